import * as v from 'valibot';

/** A whole number from `least` to `most`. */
export const wholeNumber = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** Words that fit a line of the screen; may be empty. */
export const ShortText = v.pipe(v.string(), v.maxLength(60));

/** A folder or a file of this machine; may be empty. */
export const Path = v.pipe(v.string(), v.maxLength(4_096));
