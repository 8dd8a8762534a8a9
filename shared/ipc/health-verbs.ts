import * as v from 'valibot';
import { answer } from './reply.ts';

/** Seconds between two signs of life of the page. */
export const HEARTBEAT_SECONDS = 10;

export const healthVerbs = {
  /** The page is alive: what it shows, and whether its camera gives a picture. */
  tellAlive: {
    channel: 'health:tell-alive',
    request: v.strictObject({
      screen: v.pipe(v.string(), v.maxLength(40)),
      /** `null` where no camera is wanted at the moment. */
      hasPicture: v.nullable(v.boolean()),
    }),
    reply: answer(v.null()),
  },
} as const;
