import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../build/project-folders.ts';

/** What a page can turn a picture into a file with, keep it by, or send it away with. */
const WAYS_OUT =
  /\b(toBlob|toDataURL|convertToBlob|createObjectURL|MediaRecorder|ImageCapture|VideoEncoder|indexedDB|localStorage|sessionStorage|caches|showSaveFilePicker|getDirectory|fetch|XMLHttpRequest|WebSocket|sendBeacon|RTCPeerConnection)\b/;

/** Comments may speak of them. */
function codeOf(file: string): string {
  return readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}

const files = globSync(['renderer/scan/**/*.ts', 'renderer/state/use-scanner.ts'], {
  cwd: projectRoot,
});

describe('what touches the frames of the camera', () => {
  it.each(files)('has no means to keep them or to send them away: %s', (file) => {
    expect(codeOf(join(projectRoot, file)).match(WAYS_OUT)?.[0]).toBeUndefined();
  });
});
