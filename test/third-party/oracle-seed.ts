/** The seed of the random tests; ORACLE_SEED repeats a run that failed, or starts a new one. */
export const ORACLE_SEED = Number.parseInt(process.env.ORACLE_SEED ?? '20261123', 10);

/** Says which seed a run uses; tests also carry it in their names. */
export function announceSeed(what: string): void {
  process.stderr.write(`${what}: ORACLE_SEED=${ORACLE_SEED}\n`);
}
