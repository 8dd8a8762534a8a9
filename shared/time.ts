/** Seconds since 1970-01-01T00:00:00Z, the unit of every time in a certificate (RFC 8392 NumericDate). */
export type EpochSeconds = number;

/** Days since 1970-01-01 on the calendar of Asia/Shanghai, the unit of an evaluation date. */
export type ShanghaiDay = number;

const SECONDS_PER_DAY = 86_400;

/** China keeps one time zone without daylight saving since 1991; a certificate is younger than that. */
export const SHANGHAI_OFFSET_SECONDS = 8 * 3_600;

/** The calendar day in Shanghai that contains the given moment. */
export function shanghaiDayOf(time: EpochSeconds): ShanghaiDay {
  return Math.floor((time + SHANGHAI_OFFSET_SECONDS) / SECONDS_PER_DAY);
}

/** The first moment of a Shanghai calendar day. */
export function startOfShanghaiDay(day: ShanghaiDay): EpochSeconds {
  return day * SECONDS_PER_DAY - SHANGHAI_OFFSET_SECONDS;
}
