import type { ChangeOutcome, StaffChange } from '../../shared/ipc/staff-verbs.ts';
import type { StaffAction } from '../audit/entry.ts';
import type { StaffParts } from './staff-parts.ts';

/** Changes a setting for the staff and writes down that they did. */
export function changeSetting(change: StaffChange, parts: StaffParts): ChangeOutcome {
  const outcome = parts.configuration.change(change.name, change.value);
  if (outcome === 'changed') parts.audit.record({ kind: 'staff-action', action: actionOf(change) });
  return outcome;
}

function actionOf(change: StaffChange): StaffAction {
  switch (change.name) {
    case 'language':
      return 'language-changed';
    case 'soundVolume':
      return 'sound-changed';
    case 'outOfOrder':
      return change.value ? 'out-of-order-on' : 'out-of-order-off';
    case 'camera':
      return 'camera-changed';
    case 'printerName':
      return 'printer-changed';
    case 'firstSetup':
      return 'setup-step-taken';
  }
}
