/** Two rising notes, in hertz, and how long each sounds, in seconds. */
const NOTES = [659.25, 880] as const;
const NOTE_SECONDS = 0.18;

/** Plays what a good certificate sounds like, so that the volume can be judged from where people stand. */
export function playTestTone(percent: number): void {
  if (percent === 0) return;
  const context = new AudioContext();
  const gain = context.createGain();
  gain.gain.value = percent / 100;
  gain.connect(context.destination);
  const oscillators = NOTES.map((frequency, index) => {
    const oscillator = new OscillatorNode(context, { type: 'sine', frequency });
    oscillator.connect(gain);
    oscillator.start(context.currentTime + index * NOTE_SECONDS);
    oscillator.stop(context.currentTime + (index + 1) * NOTE_SECONDS);
    return oscillator;
  });
  oscillators.at(-1)?.addEventListener('ended', () => void context.close());
}
