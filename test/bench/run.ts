/**
 * `npm run bench -- NAME`: runs one benchmark, or all of them one after the other.
 * Each is loaded only when it runs: some need an Electron or a web server that others do not.
 */
const BENCHMARKS: Readonly<Record<string, () => Promise<void>>> = {
  verify: async () => (await import('./verify.ts')).benchVerify(),
  sync: async () => (await import('./fleet.ts')).benchFleet(),
  authority: async () => (await import('./authority.ts')).benchAuthority(),
  portal: async () => (await import('./portal.ts')).benchPortal(),
  scan: async () => (await import('./scan.ts')).benchScan(),
  visitors: async () => (await import('./visitors.ts')).benchVisitors(),
  intake: async () => (await import('./intake.ts')).benchIntake(),
};

export {}; // A module, for the awaits below.

const [name] = process.argv.slice(2);
for (const chosen of name === undefined ? Object.keys(BENCHMARKS) : [name]) {
  const benchmark = BENCHMARKS[chosen];
  if (benchmark === undefined) {
    console.error(`no benchmark "${chosen}"; there are: ${Object.keys(BENCHMARKS).join(', ')}`);
    process.exitCode = 64;
    break;
  }
  console.log(`# ${chosen}`);
  await benchmark();
}
