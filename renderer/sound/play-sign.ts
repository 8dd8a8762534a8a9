import { lengthOf, type Sign, TONES, type Tone } from './signs.ts';

/** Between two signs, so that the click and the result are heard one after the other. */
const GAP_S = 0.03;
/** Tones come and go this fast: a hard edge would crack in the loudspeaker. */
const EDGE_S = 0.008;
/** Loudness of one tone at full volume; two together stay below clipping. */
const PEAK = 0.45;
/** Overtones of the bell as shares of the fundamental. */
const TIMBRE = new Float32Array([0, 1, 0.22, 0.08]);

/** Plays signs, one after the other. */
export interface SignPlayer {
  /** At a volume in percent; at 0 nothing is played at all. Opens the device if nobody did before. */
  readonly play: (sign: Sign, volumePercent: number) => void;
  /** Opens the audio device, so that the first sign need not. */
  readonly prepare: () => Promise<void>;
}

/** Creates a player, without a device yet. */
export function createSignPlayer(): SignPlayer {
  let device: Device | undefined;
  let freeAtS = 0;
  const prepare = async () => {
    if (device !== undefined) return;
    await startAudioProcess();
    device ??= openDevice();
  };
  const play = (sign: Sign, volumePercent: number) => {
    if (volumePercent <= 0) return;
    device ??= openDevice();
    const { context, wave } = device;
    const startS = Math.max(context.currentTime, freeAtS);
    // A device that stands still must not be given signs for later.
    if (startS - context.currentTime > 1) return;
    freeAtS = startS + lengthOf(sign) + GAP_S;
    const output = context.createGain();
    // Hearing is not linear: squared, half the setting sounds about half as loud.
    output.gain.value = (Math.min(volumePercent, 100) / 100) ** 2;
    output.connect(context.destination);
    for (const tone of TONES[sign]) playTone(tone, { context, output, wave, startS });
  };
  return { play, prepare };
}

interface Device {
  readonly context: AudioContext;
  /** The bell's sound; making it takes as long as all tones of a sign. */
  readonly wave: PeriodicWave;
}

function openDevice(): Device {
  const context = new AudioContext();
  return { context, wave: context.createPeriodicWave(TIMBRE, new Float32Array(TIMBRE.length)) };
}

/**
 * Chromium plays sound in a process of its own, and the first audio context stops the page until that
 * runs: half a second on a slow machine. Asking for an output by name starts it while the page goes on.
 */
async function startAudioProcess(): Promise<void> {
  try {
    await new Audio().setSinkId('default');
  } catch (error) {
    // A machine without loudspeaker; the context finds out the same, and plays to nobody.
    if (!(error instanceof DOMException)) throw error;
  }
}

interface ToneParts {
  readonly context: AudioContext;
  readonly output: AudioNode;
  readonly wave: PeriodicWave;
  /** When the sign begins, on the clock of the context. */
  readonly startS: number;
}

function playTone(tone: Tone, { context, output, wave, startS }: ToneParts): void {
  const beginS = startS + tone.startS;
  const endS = beginS + tone.lengthS;
  const envelope = context.createGain();
  envelope.gain.setValueAtTime(0, beginS);
  envelope.gain.linearRampToValueAtTime(PEAK, beginS + EDGE_S);
  envelope.gain.exponentialRampToValueAtTime(PEAK / 12, endS - EDGE_S);
  envelope.gain.linearRampToValueAtTime(0, endS);
  const oscillator = context.createOscillator();
  oscillator.setPeriodicWave(wave);
  oscillator.frequency.value = tone.frequencyHz;
  oscillator.connect(envelope).connect(output);
  oscillator.start(beginS);
  oscillator.stop(endS);
}
