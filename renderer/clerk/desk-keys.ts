/** What a key does at the desk. */
export const DESK_ACTIONS = [
  'open-keys',
  'open-check',
  'open-batch',
  'open-history',
  'open-policy',
  'open-scanner',
  'open-file',
  'compare',
  'copy',
  'slip',
  'next',
  'customer',
  'camera',
  'training',
  'lock',
] as const;
export type DeskAction = (typeof DESK_ACTIONS)[number];

/** One key and how it is written on the screen. */
interface DeskKey {
  /** `KeyboardEvent.key`. */
  readonly key: string;
  readonly control?: true;
  readonly label: string;
}

/** The keys of the desk. F5, F11 and F12 are left out: fingers know other meanings for them. */
export const DESK_KEYS: Readonly<Record<DeskAction, DeskKey>> = {
  'open-keys': { key: 'F1', label: 'F1' },
  'open-check': { key: 'F2', label: 'F2' },
  'open-batch': { key: 'F3', label: 'F3' },
  'open-history': { key: 'F4', label: 'F4' },
  'open-policy': { key: 'F6', label: 'F6' },
  'open-scanner': { key: 'F10', label: 'F10' },
  'open-file': { key: 'o', control: true, label: 'Ctrl O' },
  compare: { key: 'F7', label: 'F7' },
  copy: { key: 'F8', label: 'F8' },
  slip: { key: 'F9', label: 'F9' },
  next: { key: 'Escape', label: 'Esc' },
  camera: { key: 'k', control: true, label: 'Ctrl K' },
  customer: { key: 'd', control: true, label: 'Ctrl D' },
  training: { key: 't', control: true, label: 'Ctrl T' },
  lock: { key: 'l', control: true, label: 'Ctrl L' },
};

/** The action of a key press, if it is one of the desk's. */
export function actionOf(press: {
  readonly key: string;
  readonly ctrlKey: boolean;
}): DeskAction | undefined {
  if (press.key === '?' && !press.ctrlKey) return 'open-keys';
  return DESK_ACTIONS.find((action) => {
    const { key, control = false } = DESK_KEYS[action];
    return key === (control ? press.key.toLowerCase() : press.key) && control === press.ctrlKey;
  });
}
