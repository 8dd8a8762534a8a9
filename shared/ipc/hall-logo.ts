import * as v from 'valibot';
import { answer } from './reply.ts';

/** Bytes of a logo's file: what a hall prints on its letters has a tenth of it. */
export const MAX_LOGO_BYTES = 524_288;

/** Pixels of a logo's longer side: twice what the widest slip takes at 600 dots per inch. */
export const MAX_LOGO_SIDE = 2_048;

/** `data:image/jpeg;base64,` and four characters for every three bytes. */
const MAX_ADDRESS_LENGTH = 23 + Math.ceil(MAX_LOGO_BYTES / 3) * 4;

const Side = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MAX_LOGO_SIDE));

/** A hall's logo as a page shows it: a raster picture, which can neither run nor fetch anything. */
export const HallLogoSchema = v.strictObject({
  /** The picture itself, as a `data:` address. */
  address: v.pipe(
    v.string(),
    v.maxLength(MAX_ADDRESS_LENGTH),
    v.regex(/^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/),
  ),
  /** Pixels, so that its place is kept before it has been drawn. */
  width: Side,
  height: Side,
});
export type HallLogo = v.InferOutput<typeof HallLogoSchema>;

export const hallLogoVerbs = {
  /** The logo of `hallLogo`; `null` where there is none, or none that can be used. */
  readHallLogo: {
    channel: 'kiosk:read-hall-logo',
    request: v.strictObject({}),
    reply: answer(v.nullable(HallLogoSchema)),
  },
} as const;
