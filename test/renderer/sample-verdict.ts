import { DEFAULT_CAMERA_SETTINGS } from '../../shared/ipc/camera-settings.ts';
import type { Terminal } from '../../shared/ipc/contract.ts';
import { DEFAULT_WEDGE_SETTINGS } from '../../shared/ipc/wedge-settings.ts';
import type { ForeignKind, Verdict } from '../../shared/verify/verdict.ts';

const COMMON = {
  notes: [],
  checks: [],
  trust: {
    domain: 'production',
    versions: { issuers: 1, policy: 1, status: 1 },
    ageSeconds: { issuers: 0, policy: 0, status: 0 },
  },
  at: 1_795_460_000,
} satisfies Partial<Verdict>;

/** A verdict that shows a company. */
export const GREEN_CHANNEL: Verdict = {
  ...COMMON,
  outcome: 'accepted',
  code: 'green-channel',
  services: [],
  certificate: {
    number: 'A1B2C3D4E5F60718',
    issuer: '310114',
    issuerName: { 'zh-CN': '样例信用办', en: 'Sample credit office' },
    holderCode: '91310114MA1GT0B8X7',
    holderName: '样例精密仪器有限公司',
    grade: 'A',
    evaluated: 20_600,
    lists: [],
    issuedAt: 1_790_000_000,
    notBefore: 1_790_000_000,
    expiresAt: 1_796_140_800,
    kid: '0011223344556677',
    suite: 'Ed25519',
  },
};

/** A verdict about a code that is no certificate. */
export function foreignVerdict(kind: ForeignKind): Verdict {
  return { ...COMMON, outcome: 'not-a-certificate', code: 'not-a-certificate', kind };
}

/** A terminal as it comes. */
export const PLAIN_TERMINAL: Terminal = {
  mode: 'kiosk',
  hallName: '',
  language: 'zh-CN',
  terminalName: '',
  visitorPaper: 'none',
  slipNote: '',
  verdictSeconds: 30,
  foreignCodeSeconds: 8,
  rearmMilliseconds: 1_500,
  soundVolume: 60,
  hideLowGradesInPublic: false,
  helpWindow: '',
  outOfOrder: false,
  camera: DEFAULT_CAMERA_SETTINGS,
  cameraPlace: 'unknown',
  wedge: DEFAULT_WEDGE_SETTINGS,
};
