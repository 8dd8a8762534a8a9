import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CodeReader, FoundCode, FrameReport } from '../../renderer/scan/code-reader.ts';
import { startScanLoop } from '../../renderer/scan/scan-loop.ts';

/** Stands in for the browser's video element: frames come when the test delivers them. */
class TestVideo {
  readonly videoWidth = 1280;
  delivered = 0;
  #callback: (() => void) | undefined;
  requestVideoFrameCallback(callback: () => void): number {
    this.#callback = callback;
    return 1;
  }
  cancelVideoFrameCallback(): void {
    this.#callback = undefined;
  }
  async deliver(): Promise<void> {
    this.delivered += 1;
    this.#callback?.();
    await vi.advanceTimersByTimeAsync(1);
  }
}

/** What a frame was taken of: the picture that stood in the video then. */
class TestFrame {
  readonly number: number;
  constructor(video: TestVideo) {
    if (video.delivered === BROKEN) throw new DOMException('no picture', 'InvalidStateError');
    this.number = video.delivered;
  }
}

/** The picture of which no frame can be had. */
const BROKEN = 13;

/** A reader that answers when the test wants it to. */
class TestReader implements CodeReader {
  readonly read: CodeReader['read'] = (frame) => {
    this.frames.push((frame as unknown as TestFrame).number);
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  };
  readonly frames: number[] = [];
  #answer: ((report: FrameReport | undefined) => void) | undefined;
  readonly isFree = () => true;
  readonly close = () => undefined;
  async answer(report: FrameReport | undefined = QUIET): Promise<void> {
    this.#answer?.(report);
    await vi.advanceTimersByTimeAsync(1);
  }
}

const QUIET: FrameReport = {
  wasRead: true,
  found: undefined,
  hasPicture: true,
  inView: 'nothing',
  noPicture: undefined,
};
const CODE: FoundCode = { text: 'PCC1:…', corners: [] };

const told = {
  onFrame: vi.fn<(found: FoundCode | undefined) => void | Promise<void>>(),
  onView: vi.fn(),
  onPicture: vi.fn(),
  onFallingBehind: vi.fn(),
  onStalled: vi.fn(),
};
let video: TestVideo;
let reader: TestReader;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetAllMocks();
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('document', { visibilityState: 'visible' });
  vi.stubGlobal('VideoFrame', TestFrame);
  video = new TestVideo();
  reader = new TestReader();
  stop = startScanLoop(video as unknown as HTMLVideoElement, reader, told);
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the scan loop', () => {
  it('reads the newest of the frames that came meanwhile at once, and no other of them', async () => {
    await video.deliver();
    await video.deliver();
    await video.deliver();
    expect(reader.frames).toEqual([1]);
    await reader.answer();
    expect(reader.frames).toEqual([1, 3]);
    await reader.answer();
    expect(reader.frames).toEqual([1, 3]);
    await video.deliver();
    expect(reader.frames).toEqual([1, 3, 4]);
  });

  it('leaves the processor to the answer of a code until that is there', async () => {
    let finish: (() => void) | undefined;
    told.onFrame.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    );
    await video.deliver();
    await reader.answer({ ...QUIET, found: CODE, inView: 'code' });
    await video.deliver();
    expect(reader.frames).toEqual([1]);
    expect(told.onView).not.toHaveBeenCalled();
    finish?.();
    await vi.advanceTimersByTimeAsync(1);
    expect(told.onView).toHaveBeenCalledExactlyOnceWith('code', expect.any(Number));
    expect(reader.frames).toEqual([1, 2]);
  });

  it('goes on when a reader gave no answer', async () => {
    await video.deliver();
    await reader.answer(undefined);
    await video.deliver();
    expect(reader.frames).toEqual([1, 2]);
  });

  it('loses one frame, and not the camera, when that cannot be taken', async () => {
    video.delivered = BROKEN - 1;
    await video.deliver();
    await video.deliver();
    expect(reader.frames).toEqual([BROKEN + 1]);
  });

  it('says that a camera stalls that delivers nothing for long', async () => {
    await video.deliver();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(told.onStalled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told.onStalled).toHaveBeenCalled();
  });

  it('takes a camera for stalled after the machine slept, however short a time its own clock counts', async () => {
    await video.deliver();
    vi.setSystemTime(Date.now() + 60_000);
    await vi.advanceTimersByTimeAsync(300);
    expect(told.onStalled).toHaveBeenCalledTimes(1);
    await video.deliver();
    await vi.advanceTimersByTimeAsync(300);
    expect(told.onStalled).toHaveBeenCalledTimes(1);
  });

  it('reads and tells nothing after it was stopped', async () => {
    await video.deliver();
    stop();
    await reader.answer({ ...QUIET, found: CODE });
    await video.deliver();
    expect(told.onFrame).not.toHaveBeenCalled();
    expect(reader.frames).toEqual([1]);
  });
});
