import type { StaffState } from '../../shared/ipc/staff-replies.ts';
import type { EpochSeconds } from '../../shared/time.ts';
import { judgeFreshness } from '../../shared/trust/freshness.ts';
import type { TrustBundle } from '../../shared/trust/trust-bundle.ts';
import { describeProblem } from '../config/describe-problem.ts';
import type { SettingName, Settings } from '../config/settings.ts';
import type { StaffParts } from './staff-parts.ts';

/** Everything the menu's pages start from. */
export function describeStaffState(parts: StaffParts): StaffState {
  const { configuration, machine, sync } = parts;
  const settings = configuration.settings();
  const bundle = parts.trust.current();
  const now = parts.clock.now();
  const lockable = <Name extends SettingName>(
    name: Name,
  ): { value: Settings[Name]; isLocked: boolean } => ({
    value: settings[name],
    isLocked: configuration.isLocked(name),
  });
  return {
    ...{ version: machine.version, electron: machine.electron, mode: settings.mode },
    ...{ hallId: settings.hallId, repository: settings.repositoryUrl, now },
    trust: bundle === undefined ? null : describeHeld(bundle, now),
    ...(sync === undefined ? {} : { sync: sync.state() }),
    canImport: parts.transfer !== undefined,
    settings: {
      language: lockable('language'),
      soundVolume: lockable('soundVolume'),
      outOfOrder: lockable('outOfOrder'),
      camera: lockable('camera'),
      printerName: lockable('printerName'),
      firstSetup: lockable('firstSetup'),
    },
    configProblems: configuration.resolved().problems.map(describeProblem),
  };
}

function describeHeld(bundle: TrustBundle, now: EpochSeconds): StaffState['trust'] {
  const { issuersVersion, policy, statusLists, currentAsOf } = bundle;
  return {
    domain: policy.domain,
    issuersVersion,
    policyVersion: policy.version,
    statusLists: statusLists.size,
    currentAsOf: { ...currentAsOf },
    freshness: judgeFreshness(bundle, now),
  };
}
