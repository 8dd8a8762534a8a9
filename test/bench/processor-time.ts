/**
 * Milliseconds of processor time this thread has had. On a machine that does other things as well
 * it says what work costs, which a clock on the wall does not.
 */
export function processorMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
