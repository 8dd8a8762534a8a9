import { writeFileSync } from 'node:fs';
import { reinstate, suspend } from '../../authority/commands/change-certificate.ts';
import { publish } from '../../authority/commands/publish.ts';

/** Publishes one change of a certificate after the other, and says after each what is in force. */
const [folder = '', certificate = '', begun = ''] = process.argv.slice(2);
writeFileSync(begun, '');
for (;;) {
  for (const [verb, reason, state] of [
    [suspend, 'under-review', 'suspended'],
    [reinstate, 'review-ended', 'valid'],
  ] as const) {
    await verb.run({ positionals: [folder], values: { certificate, reason } });
    await publish.run({ positionals: [folder], values: {} });
    process.stdout.write(`${state}\n`);
  }
}
