import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from './audit-desk.ts';
import { AuditFolder } from './audit-folder.ts';

let log: AuditFolder;
beforeEach(() => {
  log = new AuditFolder();
});
afterEach(() => log.remove());

/** Scans everything a stranger may show and gives what is then in the folder. */
async function textAfterScans(options: Parameters<typeof openDesk>[1]) {
  const { scans, audit, world } = await openDesk(log, options);
  const certificate = world.issue();
  const texts = [
    certificate,
    `${certificate.slice(0, -4)}0000`,
    'https://www.example.org/?token=secret-in-a-url',
    '13800000000 private words',
    'PCC2:NEWER',
    'PCC1:',
  ];
  const verdicts = texts.map((text) => scans.check({ text, source: 'camera' }));
  await audit.close();
  const [accepted] = verdicts;
  if (accepted?.outcome !== 'accepted') throw new Error('the certificate was to be accepted');
  return { text: log.allText(), texts, company: accepted.certificate };
}

/** Whether any part of a scanned text that identifies it got into the log. */
function holdsPartOf(text: string, scanned: string): boolean {
  for (let start = 0; start + 9 <= scanned.length; start++) {
    if (text.includes(scanned.slice(start, start + 9))) return true;
  }
  return false;
}

describe('what the log keeps', () => {
  it('is never the text of a code, nor nine characters of one', async () => {
    for (const keepsCompany of [false, true]) {
      const { text, texts } = await textAfterScans({ keepsCompany });
      for (const scanned of texts) expect(holdsPartOf(text, scanned), scanned).toBe(false);
      expect(text.match(/"kind":"verdict"/gu)?.length).toBeGreaterThanOrEqual(texts.length);
    }
  });

  it('is the last four characters of the company code on a kiosk, and nothing else of it', async () => {
    const { text, company } = await textAfterScans({ mode: 'kiosk', keepsCompany: false });
    expect(text).toContain(`"companyCode":"${company.holderCode.slice(-4)}"`);
    for (const secret of [
      company.holderName,
      company.holderCode.slice(-5),
      company.holderCode.slice(0, 9),
      company.number,
      company.number.toLowerCase(),
    ]) {
      expect(text).not.toContain(secret);
    }
  });

  it('is code and name on a desk that is configured so, and still no certificate number', async () => {
    const { text, company } = await textAfterScans({ keepsCompany: true });
    expect(text).toContain(`"companyCode":"${company.holderCode}"`);
    expect(text).toContain(`"companyName":"${company.holderName}"`);
    expect(text).not.toContain(company.number);
  });

  it('is what the screen said, with which data, and of what age', async () => {
    // The world's data was five minutes old already.
    log.now += 3_600;
    const { text, company } = await textAfterScans({ keepsCompany: false });
    const verdict = text.split('\n').find((line) => line.includes('"code":"green-channel"'));
    expect(JSON.parse(verdict ?? '')).toMatchObject({
      at: log.now,
      entry: {
        outcome: 'accepted',
        source: 'camera',
        grade: company.grade,
        domain: 'production',
        versions: { issuers: expect.any(Number), policy: 7, status: expect.any(Number) },
        ageSeconds: { issuers: 3_900, policy: 3_900, status: 3_900 },
        open: expect.arrayContaining([expect.any(String)]),
      },
    });
  });
});
