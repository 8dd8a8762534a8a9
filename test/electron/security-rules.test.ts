import { describe, expect, it } from 'vitest';
import {
  isPermissionGranted,
  type PermissionQuestion,
} from '../../electron/security/camera-permission.ts';
import { isRequestAllowed } from '../../electron/security/closed-network.ts';
import { isKeyAllowed } from '../../electron/security/keyboard-allow-list.ts';

const CAMERA = {
  permission: 'media',
  origin: 'app://kiosk/',
  isMainFrame: true,
  media: ['video'],
};

const DENIED: readonly (readonly [string, Partial<PermissionQuestion>])[] = [
  ['sound', { media: ['audio'] }],
  ['picture with sound', { media: ['video', 'audio'] }],
  ['media of an unknown kind', { media: [] }],
  ['a frame inside ours', { isMainFrame: false }],
  ['another origin', { origin: 'https://example.org/' }],
  ['an origin that starts like ours', { origin: 'app://kiosk.evil/' }],
  ['no origin', { origin: '' }],
];

const OTHER_PERMISSIONS = [
  'geolocation',
  'notifications',
  'midi',
  'midiSysex',
  'clipboard-read',
  'clipboard-sanitized-write',
  'display-capture',
  'fullscreen',
  'pointerLock',
  'openExternal',
  'fileSystem',
  'hid',
  'serial',
  'usb',
  'idle-detection',
  'a permission of a later version',
];

describe('permissions', () => {
  it('grants the picture of the camera to our page', () => {
    expect(isPermissionGranted(CAMERA)).toBe(true);
  });

  it.each(DENIED)('denies %s', (_name, difference) => {
    expect(isPermissionGranted({ ...CAMERA, ...difference })).toBe(false);
  });

  it.each(OTHER_PERMISSIONS)('denies %s', (permission) => {
    expect(isPermissionGranted({ ...CAMERA, permission })).toBe(false);
  });
});

describe('requests', () => {
  it.each([
    'app://kiosk/index.html',
    'blob:app://kiosk/0b7c',
    'data:image/png;base64,AA==',
    'devtools://devtools/bundled/index.html',
  ])('lets %s through', (address) => {
    expect(isRequestAllowed(address)).toBe(true);
  });

  it.each([
    'https://example.org/',
    'http://127.0.0.1/',
    'ws://example.org/',
    'wss://example.org/',
    'file:///etc/passwd',
    'ftp://example.org/',
    'chrome-extension://abc/x.js',
    'app://other/index.html',
    'blob:https://example.org/0b7c',
    '',
  ])('cancels %s', (address) => {
    expect(isRequestAllowed(address)).toBe(false);
  });
});

describe('keys', () => {
  const press = { key: 'Tab', control: false, alt: false, meta: false };

  it.each(['Tab', 'Enter', ' ', 'Escape', 'ArrowDown', 'Shift'])('lets %s through', (key) => {
    expect(isKeyAllowed({ ...press, key })).toBe(true);
  });

  it.each([
    ['Ctrl+R', { key: 'r', control: true }],
    ['Ctrl+Shift+I', { key: 'I', control: true }],
    ['Ctrl+Tab', { control: true }],
    ['Alt+Tab', { alt: true }],
    ['Meta', { key: 'Meta', meta: true }],
    ['F5', { key: 'F5' }],
    ['F11', { key: 'F11' }],
    ['F12', { key: 'F12' }],
    ['BrowserBack', { key: 'BrowserBack' }],
    ['a letter', { key: 'a' }],
  ])('swallows %s', (_name, difference) => {
    expect(isKeyAllowed({ ...press, ...difference })).toBe(false);
  });
});
