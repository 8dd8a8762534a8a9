import { join } from 'node:path';
import { app } from 'electron';
import type { Settings } from '../config/settings.ts';
import { openDeskMemory } from './desk-memory.ts';
import { type DeskParts, DeskService } from './desk-service.ts';

interface DeskPlan extends Omit<DeskParts, 'memory' | 'programVersion'> {
  readonly settings: Settings;
  readonly stateFolder: string;
}

/** The desk of a terminal that is one; `undefined` at a kiosk. */
export function createDesk(plan: DeskPlan): DeskService | undefined {
  if (plan.settings.mode !== 'desk') return undefined;
  const memory = openDeskMemory(join(plan.stateFolder, 'desk.json'), plan.log);
  return new DeskService({ ...plan, memory, programVersion: app.getVersion() });
}
