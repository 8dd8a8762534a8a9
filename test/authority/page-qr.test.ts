import {
  BinaryBitmap,
  DecodeHintType,
  HybridBinarizer,
  QRCodeReader,
  RGBLuminanceSource,
} from '@zxing/library';
import { describe, expect, it } from 'vitest';
import { issueCertificate } from '../../authority/issue-certificate.ts';
import { restoreSigningKey } from '../../authority/keys/signing-key.ts';
import { type QrModules, qrModules, readableQrModules } from '../../authority/qr-image.ts';
import { goodRequest } from '../world/test-world.ts';

/** Drawn and read apart from the product, at sizes it did not choose by, too. */
const SIZES = [3, 4, 5, 6, 8, 10];
const CODES = Number(process.env.QR_CODES ?? 40);

/** PKCS #8 around the secret of an Ed25519 key. Source: RFC 8410 §7. */
function pkcs8Of(secret: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), secret]);
}

/** Certificates of one key that is the same in every run: which codes are hard to read is chance. */
function certificateTexts(count: number): readonly string[] {
  const key = restoreSigningKey('Ed25519', pkcs8Of(new Uint8Array(32).fill(7)));
  if (key === undefined) throw new Error('the key of this test is none');
  return Array.from({ length: count }, (_, index) => {
    const number = Uint8Array.from(
      { length: 16 },
      (_byte, place) => (index * 31 + place * 7) % 256,
    );
    return issueCertificate({ ...goodRequest(), number }, key).text;
  });
}

function isRead(modules: QrModules, text: string, size: number): boolean {
  const side = (modules.length + 8) * size;
  const pixels = Uint8ClampedArray.from({ length: side * side }, (_, at) => {
    const [x, y] = [Math.floor((at % side) / size) - 4, Math.floor(at / side / size) - 4];
    return modules[y]?.[x] === true ? 0 : 255;
  });
  const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(pixels, side, side)));
  try {
    const hints = new Map([[DecodeHintType.TRY_HARDER, true]]);
    return new QRCodeReader().decode(bitmap, hints).getText() === text;
  } catch {
    return false;
  }
}

describe('the QR code of a certificate', () => {
  it('is read by the ZXing family in every clean picture of it', () => {
    const texts = certificateTexts(CODES);
    const failures = (draw: (text: string) => QrModules) =>
      texts.filter((text) => {
        const modules = draw(text);
        return !SIZES.every((size) => isRead(modules, text, size));
      }).length;
    const [before, after] = [failures(qrModules), failures(readableQrModules)];
    console.log(`unread at one size or more: ${before} before, ${after} after, of ${CODES}`);
    expect(after).toBeLessThanOrEqual(CODES * 0.05);
    expect(after).toBeLessThanOrEqual(before);
  });

  it('keeps the mask of the standard where that is readable', () => {
    const clean = certificateTexts(12).filter((text) =>
      SIZES.every((size) => isRead(qrModules(text), text, size)),
    );
    expect(clean.length).toBeGreaterThan(0);
    for (const text of clean) expect(readableQrModules(text)).toEqual(qrModules(text));
  });
});
