const ROUNDS = 41;
const ROUND_MICROSECONDS = 20_000;

/**
 * Time of one call of `work` over one call of `yardstick`. The two run in turn, round by round, and
 * the median of the rounds' ratios is given, so a machine that slows down in between changes nothing.
 */
export function medianRatio(
  work: () => unknown,
  yardstick: () => unknown,
): { readonly ratio: number; readonly microseconds: readonly [work: number, yardstick: number] } {
  const calls = [callsARound(work), callsARound(yardstick)] as const;
  const rounds = Array.from({ length: ROUNDS }, () => {
    const workTime = microsecondsACall(work, calls[0]);
    const yardstickTime = microsecondsACall(yardstick, calls[1]);
    return { workTime, yardstickTime, ratio: workTime / yardstickTime };
  });
  return {
    ratio: median(rounds.map((round) => round.ratio)),
    microseconds: [
      median(rounds.map((round) => round.workTime)),
      median(rounds.map((round) => round.yardstickTime)),
    ],
  };
}

// The trial run also lets the engine compile the code before anything counts.
function callsARound(call: () => unknown): number {
  for (let warmUp = 0; warmUp < 500; warmUp++) call();
  return Math.max(1, Math.round(ROUND_MICROSECONDS / microsecondsACall(call, 200)));
}

function microsecondsACall(call: () => unknown, calls: number): number {
  const start = performance.now();
  for (let index = 0; index < calls; index++) call();
  return ((performance.now() - start) * 1_000) / calls;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
