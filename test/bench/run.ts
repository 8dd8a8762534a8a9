import { benchVerify } from './verify.ts';

/** `npm run bench -- NAME…`: runs the named benchmarks, or all of them. */
const BENCHMARKS: Readonly<Record<string, () => void>> = { verify: benchVerify };

const names = process.argv.slice(2);
for (const name of names.length > 0 ? names : Object.keys(BENCHMARKS)) {
  const benchmark = BENCHMARKS[name];
  if (benchmark === undefined) {
    console.error(`no benchmark "${name}"; there are: ${Object.keys(BENCHMARKS).join(', ')}`);
    process.exitCode = 64;
    break;
  }
  console.log(`# ${name}`);
  benchmark();
}
