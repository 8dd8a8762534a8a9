import { describe, expect, it } from 'vitest';
import { createHealthWatch } from '../../renderer/scan/pipeline/camera-health.ts';
import { findRegions } from '../../renderer/scan/pipeline/find-regions.ts';
import type { LumaImage } from '../../renderer/scan/pipeline/luma-image.ts';
import { createPace } from '../../renderer/scan/pipeline/pace.ts';
import { thumbnailOf } from '../../renderer/scan/pipeline/thumbnail.ts';

/** An even picture with a little noise that differs from frame to frame. */
function wall(seed: number, brightness = 120): LumaImage {
  const luma = new Uint8Array(640 * 360);
  let state = seed + 1;
  for (let index = 0; index < luma.length; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    luma[index] = brightness + (state >>> 30);
  }
  return { width: 640, height: 360, luma };
}

/** A field of random light and dark modules of four pixels. */
function withCode(image: LumaImage, left: number, top: number): LumaImage {
  const luma = image.luma.slice();
  for (let y = 0; y < 200; y += 1) {
    for (let x = 0; x < 200; x += 1) {
      const isDark = (Math.imul((x >> 2) * 51 + (y >> 2), 2_654_435_761) >>> 28) % 2 === 0;
      luma[(top + y) * image.width + left + x] = isDark ? 40 : 200;
    }
  }
  return { ...image, luma };
}

describe('the pace', () => {
  it('falls to a frame a second while nothing happens', () => {
    const pace = createPace();
    const read = Array.from({ length: 300 }, (_, frame) =>
      pace.isDue(thumbnailOf(wall(frame)), frame * 33),
    );
    // Ten seconds; the first two and a half are full rate.
    expect(read.slice(0, 70).every(Boolean)).toBe(true);
    expect(read.slice(100).filter(Boolean).length).toBeLessThan(10);
  });

  it('is full again in the very frame in which something comes into view', () => {
    const pace = createPace();
    for (let frame = 0; frame < 200; frame += 1) pace.isDue(thumbnailOf(wall(frame)), frame * 33);
    const later = Array.from({ length: 20 }, (_, frame) =>
      pace.isDue(thumbnailOf(withCode(wall(frame), 200, 80)), (200 + frame) * 33),
    );
    expect(later.every(Boolean)).toBe(true);
  });

  it('tells a view in which nothing moves from one in which something does', () => {
    const pace = createPace();
    const lookAt = (image: LumaImage, frame: number) => {
      pace.isDue(thumbnailOf(image), frame * 33);
      return pace.isStill(frame * 33);
    };
    for (let frame = 0; frame < 40; frame += 1) lookAt(wall(frame), frame);
    expect(lookAt(wall(40), 40)).toBe(true);
    const moving = Array.from({ length: 40 }, (_, frame) =>
      lookAt(withCode(wall(frame), 20 + 8 * frame, 80), 41 + frame),
    );
    expect(moving.some(Boolean)).toBe(false);
  });

  it('stays full while a code is in view, however still it is held', () => {
    const pace = createPace();
    for (let frame = 0; frame < 300; frame += 1) {
      expect(pace.isDue(thumbnailOf(withCode(wall(frame), 200, 80)), frame * 33)).toBe(true);
      pace.noticeCode(frame * 33);
    }
  });
});

describe('the watch over the camera', () => {
  const watchFor = (milliseconds: number, image: (frame: number) => LumaImage) => {
    const watch = createHealthWatch();
    let last: ReturnType<typeof watch>['noPicture'];
    for (let nowMs = 0; nowMs <= milliseconds; nowMs += 100) {
      last = watch(thumbnailOf(image(nowMs)), nowMs).noPicture;
    }
    return last;
  };

  it('finds nothing wrong with a living picture, however dull', () => {
    expect(watchFor(10_000, (frame) => wall(frame))).toBeUndefined();
  });

  it('notices within three seconds that a picture is black or has frozen', () => {
    expect(watchFor(3_000, (frame) => wall(frame, 16))).toBe('black');
    expect(watchFor(3_000, () => wall(1))).toBe('frozen');
  });

  it('gives a camera that was opened anew its time in the dark', () => {
    const watch = createHealthWatch();
    for (let nowMs = 0; nowMs < 4_000; nowMs += 100) watch(thumbnailOf(wall(nowMs, 16)), nowMs);
    expect(watch(thumbnailOf(wall(1, 16)), 6_000).noPicture).toBeUndefined();
  });

  it('lets a hand before the lens pass', () => {
    expect(watchFor(2_000, (frame) => wall(frame, 16))).toBeUndefined();
  });
});

describe('the search for regions', () => {
  it('finds where a code may be, and nothing on a wall', () => {
    expect(findRegions(wall(1))).toEqual([]);
    const [region] = findRegions(withCode(wall(1), 240, 96));
    if (region === undefined) throw new Error('no region');
    expect(region.left).toBeLessThanOrEqual(240);
    expect(region.top).toBeLessThanOrEqual(96);
    expect(region.left + region.width).toBeGreaterThanOrEqual(440);
    expect(region.top + region.height).toBeGreaterThanOrEqual(296);
    expect(region.width * region.height).toBeLessThan(640 * 360 * 0.5);
  });
});
