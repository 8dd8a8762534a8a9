import { createSignPlayer } from '../sound/play-sign.ts';

const play = createSignPlayer();

/** Plays what a good certificate sounds like, so that the volume can be judged from where people stand. */
export function playTestTone(percent: number): void {
  play('accept', percent);
}
