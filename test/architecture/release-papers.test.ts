import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeBillOfMaterials } from '../../build/package/bill-of-materials.ts';
import { listChecksums } from '../../build/package/checksums.ts';

const folder = mkdtempSync(join(tmpdir(), 'release-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what a release brings besides its installers', () => {
  it('is a bill of all that is shipped, Electron among it, tools not', () => {
    const manifest = { name: 'public-credit-kiosk', version: '9.9.9', license: 'Apache-2.0' };
    const bill = JSON.parse(makeBillOfMaterials({ ...manifest, electron: '45.4.1' }));
    expect(bill).toMatchObject({
      bomFormat: 'CycloneDX',
      metadata: { component: { name: 'public-credit-kiosk', version: '9.9.9' } },
    });
    const purls = bill.components.map(({ purl }: { purl: string }) => purl);
    expect(purls).toContain('pkg:npm/electron@45.4.1');
    expect(purls.join(' ')).toMatch(/pkg:npm\/react@.*pkg:npm\/tuf-js@/s);
    expect(purls.join(' ')).not.toMatch(/pkg:npm\/(?:vitest|playwright|electron-builder)@/);
    for (const { licenses } of bill.components) expect(licenses).not.toEqual([]);
  }, 60_000);

  it('is a list of checksums as sha256sum reads it', async () => {
    writeFileSync(join(folder, 'b.deb'), 'abc');
    writeFileSync(join(folder, 'a.deb'), '');
    const list = await listChecksums([join(folder, 'b.deb'), join(folder, 'a.deb')]);
    expect(list).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a.deb\n' +
        'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b.deb\n',
    );
  });
});
