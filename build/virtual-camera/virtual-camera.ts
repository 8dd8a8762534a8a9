import { type Blur, defocus } from './defocus.ts';
import { drawHeldPhone, type Moment, rowsOf } from './draw-held-phone.ts';
import { drawHall } from './hall-scene.ts';
import { poseAt } from './hand-motion.ts';
import { drawPhone } from './held-phone.ts';
import { copyPicture, createPicture, type Picture, toVideoLuma } from './picture.ts';
import type { QrMatrix } from './qr-matrix.ts';
import { createNoiseTable, createRandom } from './seeded-random.ts';
import { Y4mFile } from './y4m-file.ts';

/** Everything has a default; the seed is for repeating one film exactly. */
export type VirtualCameraOptions = {
  readonly seed?: number;
  /**
   * 30 is what a webcam gives in good light, and 8 what many give in poor light; the fewer, the more time
   * they leave a busy machine.
   */
  readonly framesPerSecond?: 5 | 8 | 15 | 30;
};

const VIDEO = { width: 1280, height: 720 } as const;
/** One loop; its frames all differ, and the motion joins up at the ends. */
const FRAMES = 20;
/** Standard deviation of the sensor's noise, in luma steps of 255. */
const NOISE_DEVIATION = 3;
/** A prime, so that the noise of one frame is not that of the next one shifted by rows. */
const NOISE_LENGTH = 1_000_003;
/** A cheap autofocus hunts: sharp, soft, and moved by the hand, in turn through the loop. */
const FOCUS: readonly Blur[] = [
  { across: 0.7, down: 0.7 },
  { across: 1.7, down: 1.7 },
  { across: 2.6, down: 0.8 },
  { across: 1, down: 1 },
];

/** What a camera sees while nobody stands before it: the same for every camera of a seed. */
type EmptyHall = { readonly moments: readonly Moment[]; readonly pictures: readonly Picture[] };

/** Halls by seed: to draw one costs as much as to hold up five codes. */
const halls = new Map<number, EmptyHall>();
/** Pictures of a whole loop that nobody is drawing on: memory that is new is slow to write to. */
const spareLoops: (readonly Picture[])[] = [];

/**
 * A webcam that films somebody holding up a phone in a service hall. It is a video file that
 * Chromium plays as its camera; holding up another code replaces the frames while it plays.
 */
export class VirtualCamera {
  readonly seed: number;
  readonly #file: Y4mFile;
  readonly #hall: EmptyHall;

  private constructor(file: Y4mFile, seed: number) {
    this.seed = seed;
    this.#file = file;
    this.#hall = halls.get(seed) ?? drawEmptyHall(seed);
    halls.set(seed, this.#hall);
  }

  /** Creates the video file (28 MB), showing the empty hall. */
  static async create(path: string, options: VirtualCameraOptions = {}): Promise<VirtualCamera> {
    const { seed = 20_261, framesPerSecond = 15 } = options;
    const file = await Y4mFile.create(path, { ...VIDEO, framesPerSecond });
    const camera = new VirtualCamera(file, seed);
    await camera.recover();
    return camera;
  }

  /** Path of the video file. */
  get file(): string {
    return this.#file.path;
  }

  /** Holds up a code, or nothing. When it resolves, every frame shows it (within half a second). */
  async show(code: QrMatrix | undefined): Promise<void> {
    if (code === undefined) return this.#replacePhones(this.#hall.pictures);
    const loop = spareLoops.pop() ?? this.#hall.pictures.map(createPicture);
    // All are drawn first: drawing takes longer than playing, and a code is not held up bit by bit.
    this.#draw(code, loop);
    await this.#replacePhones(loop);
    spareLoops.push(loop);
  }

  async #replacePhones(loop: readonly Picture[]): Promise<void> {
    for (const [index, { pose }] of this.#hall.moments.entries()) {
      const picture = loop[index];
      // Outside these rows the hall stays as it is.
      if (picture) await this.#file.writeRows(index, picture, rowsOf(pose, picture));
    }
  }

  /** The sensor gives up: frames come, and nothing is in them. */
  async goBlack(): Promise<void> {
    const black = createPicture(VIDEO);
    await this.#fill(() => black);
  }

  /** The driver gives up: the same frame comes again and again. */
  async freeze(): Promise<void> {
    const [still] = this.#hall.pictures;
    await this.#fill((hall) => still ?? hall);
  }

  /** The empty hall again, whatever was wrong. */
  async recover(): Promise<void> {
    await this.#fill((hall) => hall);
  }

  async #fill(pictureFor: (hall: Picture) => Picture): Promise<void> {
    for (const [index, hall] of this.#hall.pictures.entries()) {
      await this.#file.writeFrame(index, pictureFor(hall));
    }
  }

  /** The frames that `show` writes. */
  frames(code: QrMatrix | undefined): readonly Picture[] {
    const loop = this.#hall.pictures.map(createPicture);
    this.#draw(code, loop);
    return loop;
  }

  /** What Chromium has to be started with to take this for its camera. */
  chromiumSwitches(): string[] {
    return [
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${this.#file.path}`,
    ];
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  #draw(code: QrMatrix | undefined, loop: readonly Picture[]): void {
    const phone = code && drawPhone(code);
    const focused = phone && FOCUS.map((blur) => defocus(phone, blur));
    for (const [index, moment] of this.#hall.moments.entries()) {
      const [hall, picture] = [this.#hall.pictures[index], loop[index]];
      if (!hall || !picture) throw new RangeError(`The loop has no frame ${index}.`);
      copyPicture(hall, picture);
      const texture = focused?.[index % FOCUS.length];
      if (texture) drawHeldPhone(picture, texture, moment);
    }
  }
}

function drawEmptyHall(seed: number): EmptyHall {
  const random = createRandom(seed);
  const hall = drawHall(VIDEO, random);
  const noise = createNoiseTable(random, NOISE_LENGTH, NOISE_DEVIATION);
  const moments = Array.from({ length: FRAMES }, (_, index) => ({
    pose: poseAt(index / FRAMES, VIDEO),
    glare: 0.5 + 0.5 * Math.sin((2 * Math.PI * index) / FRAMES),
    noise,
    noiseStart: Math.floor(random() * NOISE_LENGTH),
  }));
  return { moments, pictures: moments.map((moment) => addNoise(hall, moment)) };
}

function addNoise(hall: Picture, { noise, noiseStart }: Moment): Picture {
  const picture = createPicture(hall);
  copyPicture(hall, picture);
  let grainAt = noiseStart;
  for (let index = 0; index < picture.luma.length; index += 1) {
    const grain = noise[grainAt] ?? 0;
    grainAt = grainAt + 1 === NOISE_LENGTH ? 0 : grainAt + 1;
    picture.luma[index] = toVideoLuma((picture.luma[index] ?? 0) + grain);
  }
  return picture;
}
