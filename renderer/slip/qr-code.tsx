import encodeQR from 'qr';

interface QrCodeProps {
  readonly text: string;
  /** What it holds, for whoever cannot see it. */
  readonly label: string;
}

/** Modules of white a reader wants around a code (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** Draws a QR code, always dark on white. */
export function QrCode({ text, label }: QrCodeProps) {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_ZONE });
  const path = modules.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      className="desk-qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${modules.length} ${modules.length}`}
      shapeRendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={path.join('')} fill="#000" />
    </svg>
  );
}
