/** A code of the demo world and what the kiosk has to say about it. */
export type DemoSample = {
  readonly id: string;
  /** What the QR code holds. */
  readonly text: string;
  /** The verdict's code. */
  readonly expected: string;
  /** For what is no certificate: the kind the verdict has to name. */
  readonly expectedKind?: string | undefined;
};
