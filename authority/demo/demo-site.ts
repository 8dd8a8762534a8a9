import { writeFileSync } from 'node:fs';

/** The PIN of the demo's staff menu; everybody may know it. */
export const DEMO_PIN = '2580';

/** scrypt of the demo PIN, as `--hash-pin` prints it: the issuing side makes no such hashes. */
const DEMO_PIN_HASH =
  'scrypt$15$8$1$HqwpxME8um455HegWEbY5g==$Op9JrYEZ0+JF+PXpyxa4n361OL7S84jX1id8o2S7APg=';

/** Writes the site file of the demo: with its PIN the kiosk can be left again. */
export function writeDemoSite(file: string): void {
  writeFileSync(file, `${JSON.stringify({ staffPin: DEMO_PIN_HASH }, null, 2)}\n`);
}
