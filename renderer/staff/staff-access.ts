import { createContext, useContext } from 'react';
import type { StaffState } from '../../shared/ipc/staff-replies.ts';
import type { StaffChange } from '../../shared/ipc/staff-verbs.ts';

/** A reply of a verb that only an open menu gets. */
export type StaffReply<Value> =
  | { readonly ok: true; readonly value: Guarded<Value> }
  | { readonly ok: false; readonly code: string };

type Guarded<Value> =
  | { readonly access: 'closed' }
  | { readonly access: 'open'; readonly value: Value };

/** What every page of the menu works with. */
export interface StaffAccess {
  readonly state: StaffState;
  /** The value of a reply; `undefined` when there is none, and then the menu has said so or is closed. */
  ask<Value>(reply: Promise<StaffReply<Value>>): Promise<Value | undefined>;
  /** Changes a setting and shows how that ended. */
  change(change: StaffChange): Promise<void>;
  /** Reads the state again. */
  reload(): Promise<void>;
  /** One line that is shown and spoken; `undefined` takes it away. */
  say(line: string | undefined): void;
  close(): void;
}

/** Given by the menu to its pages. */
export const StaffContext = createContext<StaffAccess | undefined>(undefined);

/** The access of the menu around. */
export function useStaff(): StaffAccess {
  const access = useContext(StaffContext);
  if (access === undefined) throw new Error('a staff page outside the staff menu');
  return access;
}
