import {
  type StoredKind,
  WIPEABLE_KINDS,
  type WipeableKind,
} from '../../shared/ipc/staff-replies.ts';

/** Whether staff can wipe this kind. */
export function isWipeable(kind: StoredKind): kind is WipeableKind {
  return WIPEABLE_KINDS.some((wipeable) => wipeable === kind);
}

/** A size as people say it: 300 B, 12 KB, 1.5 MB. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`;
  if (bytes < 1_048_576) return `${Math.round(bytes / 1_024)} KB`;
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}
