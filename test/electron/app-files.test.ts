import { describe, expect, it } from 'vitest';
import { appFileOf } from '../../electron/app/app-files.ts';
import { CONTENT_SECURITY_POLICY } from '../../electron/app/response-headers.ts';

describe('files of the app protocol', () => {
  it.each([
    ['app://kiosk/', 'index.html', 'text/html; charset=utf-8'],
    ['app://kiosk/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['app://kiosk/assets/index-a1B2.js', 'assets/index-a1B2.js', 'text/javascript; charset=utf-8'],
    ['app://kiosk/assets/index.css?v=1', 'assets/index.css', 'text/css; charset=utf-8'],
    ['app://kiosk/assets/noto-sc-0.woff2', 'assets/noto-sc-0.woff2', 'font/woff2'],
    ['app://kiosk/assets/chinese-font.bin', 'assets/chinese-font.bin', 'application/octet-stream'],
    ['app://kiosk/assets/reader.wasm', 'assets/reader.wasm', 'application/wasm'],
  ])('serves %s', (address, path, contentType) => {
    expect(appFileOf(address)).toEqual({ path, contentType });
  });

  it.each([
    'app://kiosk/../package.json',
    'app://kiosk/assets/../index.html',
    'app://kiosk/assets/../../main/main.cjs',
    'app://kiosk/assets/%2e%2e/index.html',
    'app://kiosk/assets/%2e%2e%2f%2e%2e%2fmain.js',
    'app://kiosk/assets/..%5c..%5cmain.js',
    'app://kiosk/assets/..\\main.js',
    'app://kiosk/assets//etc/passwd',
    'app://kiosk//index.html',
    'app://kiosk/assets/folder/file.js',
    'app://kiosk/assets/.env.js',
    'app://kiosk/assets/',
    'app://kiosk/assets/file',
    'app://kiosk/assets/file.exe',
    'app://kiosk/assets/file.constructor',
    'app://kiosk/assets/a%00.js',
    'app://kiosk/main/main.cjs',
    'app://kiosk/INDEX.HTML',
    'app://other/index.html',
    'app://kiosk.evil/index.html',
    'app://kiosk:80/index.html',
    'not an address',
  ])('does not serve %s', (address) => {
    expect(appFileOf(address)).toBeUndefined();
  });

  it('answers with a policy that allows nothing inline and no connection but to its own files', () => {
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
    expect(CONTENT_SECURITY_POLICY).toContain("connect-src 'self'");
    // WebAssembly of our own may be compiled; text may never be run.
    expect(CONTENT_SECURITY_POLICY.replace("'wasm-unsafe-eval'", '')).not.toContain('unsafe');
  });
});
