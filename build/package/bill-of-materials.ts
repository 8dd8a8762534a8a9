import { execFileSync } from 'node:child_process';
import { projectRoot } from '../project-folders.ts';

/** What of the program's own manifest goes into the bill. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** Version of Electron that is shipped. */
  readonly electron: string;
}

/** A bill of materials in CycloneDX 1.5, as far as it is changed here. */
interface Bill {
  readonly metadata: { readonly component: Readonly<Record<string, unknown>> };
  readonly components: readonly Readonly<Record<string, unknown>>[];
}

/**
 * The software bill of materials: what npm knows of the packages that are shipped, and Electron,
 * which npm counts among the tools.
 * @throws Error when npm gives something else than a bill
 */
export function makeBillOfMaterials(manifest: Manifest): string {
  const bill = parseBill(askNpm());
  const { name, version, license, electron } = manifest;
  const component = {
    ...bill.metadata.component,
    name,
    version,
    purl: `pkg:npm/${name}@${version}`,
  };
  const runtime = {
    ...{
      'bom-ref': `electron@${electron}`,
      type: 'framework',
      name: 'electron',
      version: electron,
    },
    ...{ scope: 'required', purl: `pkg:npm/electron@${electron}` },
    licenses: [{ license: { id: 'MIT' } }],
  };
  const whole = {
    ...bill,
    metadata: {
      ...bill.metadata,
      component: { ...component, licenses: [{ license: { id: license } }] },
    },
    components: [...bill.components, runtime],
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** Reads the lock file alone: no registry is asked. */
function askNpm(): unknown {
  const switches = ['--omit=dev', '--package-lock-only', '--sbom-format=cyclonedx'];
  const output = execFileSync('npm', ['sbom', ...switches, '--sbom-type=application'], {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: 64 * 1_048_576,
    // On Windows npm is a script of the shell's.
    shell: process.platform === 'win32',
  });
  return JSON.parse(output);
}

function parseBill(value: unknown): Bill {
  if (!isBill(value)) throw new Error('npm gave no bill of materials');
  return value;
}

function isBill(value: unknown): value is Bill {
  if (typeof value !== 'object' || value === null) return false;
  return 'bomFormat' in value && value.bomFormat === 'CycloneDX' && 'components' in value;
}
