import type { CheckedFile } from '../../shared/ipc/intake-verbs.ts';
import { MAX_INTAKE_FILE_BYTES } from '../../shared/limits.ts';
import type { ScanService } from '../scan/scan-service.ts';
import type { ChosenFiles } from './chosen-files.ts';
import type { FileReader } from './file-reader.ts';

/** Judges the certificates in files. */
export interface IntakeService {
  /** @param training judged as always, but not counted */
  checkBytes(bytes: Uint8Array, training: boolean): Promise<CheckedFile>;
  /** A file of the last choice, by the name it was given there. */
  checkChosen(id: string, training: boolean): Promise<CheckedFile>;
}

/** What files are judged with. */
export interface IntakeParts {
  readonly reader: FileReader;
  readonly chosen: ChosenFiles;
  readonly scans: ScanService;
}

/** Creates the service. Nothing of a file is kept once it has been judged. */
export function createIntakeService({ reader, chosen, scans }: IntakeParts): IntakeService {
  const checkBytes: IntakeService['checkBytes'] = async (bytes, training) => {
    if (bytes.length === 0) return { kind: 'refused', code: 'empty' };
    if (bytes.length > MAX_INTAKE_FILE_BYTES) return { kind: 'refused', code: 'too-large' };
    const read = await reader.read(bytes);
    if (!read.ok) return { kind: 'refused', code: read.failure };
    const codes = read.value.codes.map(({ place, text }) => ({
      place,
      verdict: scans.check({ text, source: 'file', ...(training ? { training } : {}) }),
    }));
    return { kind: 'codes', codes, notices: [...read.value.notices] };
  };
  return {
    checkBytes,
    checkChosen: async (id, training) => {
      const bytes = await chosen.read(id);
      return bytes.ok
        ? checkBytes(bytes.value, training)
        : { kind: 'refused', code: bytes.failure };
    },
  };
}
