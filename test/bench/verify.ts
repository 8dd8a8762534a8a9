import { decodeCertificate } from '../../shared/certificate/decode-certificate.ts';
import { preparePublicKey, verifySignature } from '../../shared/signature/public-key.ts';
import { SUITES, type Suite } from '../../shared/signature/suites.ts';
import { checkScan } from '../../shared/verify/check-scan.ts';
import { makeTestWorld } from '../world/test-world.ts';
import { medianRatio } from './median-ratio.ts';

/**
 * What judging a certificate costs beyond its bare signature check: text to verdict against
 * `verifySignature` alone, measured in turn within one run, so that the machine's speed cancels out.
 */
export function benchVerify(): void {
  console.log('suite     bare check   whole scan   ratio (median of 41 rounds)');
  for (const suite of SUITES) console.log(line(suite));
}

function line(suite: Suite): string {
  const world = makeTestWorld({ suite });
  const text = world.issue();
  const message = decodeCertificate(text.slice('PCC1:'.length));
  const publicKey = preparePublicKey(world.certificateKey.key.publicKeyInfo);
  if (!message.ok || publicKey === undefined)
    throw new Error('the benchmark certificate is broken');
  const bare = (): boolean => verifySignature(publicKey, message.value);
  const scan = (): boolean => checkScan(text, world.bundle, world.now, {}).code === 'green-channel';
  if (!bare() || !scan()) throw new Error('the benchmark certificate is not accepted');
  const { microseconds, ratio } = medianRatio(scan, bare);
  const [whole, alone] = microseconds.map((value) => `${value.toFixed(0)} µs`);
  return `${suite.padEnd(9)} ${alone?.padStart(10)} ${whole?.padStart(12)}   ${ratio.toFixed(2)}`;
}
