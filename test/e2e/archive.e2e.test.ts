import { extractFile, listPackage } from '@electron/asar';
import { describe, expect, inject, it } from 'vitest';

/** What is in the package, and above all what is not. */

const { archive } = inject('program');
const files = listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/'));

describe('the packaged archive', () => {
  it('holds the program', () => {
    for (const file of [
      '/package.json',
      '/dist/main/main.cjs',
      '/dist/preload/preload.cjs',
      '/dist/renderer/index.html',
    ]) {
      expect(files).toContain(file);
    }
  });

  it('holds nothing of the issuing side, no sources, no tests and no packages', () => {
    expect(
      files.filter((file) => /authority|node_modules|\/test\/|\.tsx?$|\.map$|\.pem$/.test(file)),
    ).toEqual([]);
  });

  it('holds no private key and no code that makes one or signs with it', () => {
    const code = files.filter((file) => /\.(cjs|js|json|html)$/.test(file));
    expect(code.length).toBeGreaterThan(3);
    for (const file of code) {
      const content = extractFile(archive, file.slice(1)).toString('utf8');
      expect(content).not.toMatch(
        /PRIVATE KEY|generateKeyPair|createPrivateKey|signSm2|generateSm2Secret/,
      );
    }
  });
});
