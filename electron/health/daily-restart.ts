/**
 * Milliseconds until the next full hour of this number on the clock of the wall.
 * @param hour of local time, 0 to 23
 */
export function millisecondsUntil(hour: number, now: Date): number {
  const next = new Date(now);
  next.setHours(hour, 0, 0, 0);
  // Today's is over: tomorrow's, whatever daylight saving makes of the day.
  if (next <= now) next.setDate(next.getDate() + 1);
  return next.getTime() - now.getTime();
}
