import type { IpcReply } from '../../../shared/ipc/contract.ts';
import type { CodePlace, FileNotice } from '../../../shared/ipc/intake-verbs.ts';
import { unreachable } from '../../../shared/result.ts';
import { checkDroppedFile } from '../../intake/check-dropped-file.ts';
import { kioskBridge } from '../../kiosk-bridge.ts';
import type { DeskContent } from '../desk-content.ts';

/** Something to be judged that may hold more than one certificate. */
export type BatchSource =
  /** Dropped or pasted: the page holds it. */
  | { readonly kind: 'held'; readonly file: File }
  /** Chosen in the system's dialog: only the main process can read it. */
  | { readonly kind: 'chosen'; readonly id: string }
  /** A line of a pasted list. */
  | { readonly kind: 'text'; readonly text: string };

/** One answer, and where in its file the code stood. */
export interface JudgedPart {
  readonly content: DeskContent;
  readonly place: CodePlace;
  /** What is to be said about the whole file. */
  readonly notices?: readonly FileNotice[];
}

/** Judges all that a source holds; never nothing. */
export async function judgeSource(
  source: BatchSource,
  isTraining: boolean,
): Promise<readonly JudgedPart[]> {
  const training = isTraining ? ({ training: true } as const) : {};
  switch (source.kind) {
    case 'held':
      return partsOf(await checkDroppedFile(source.file, isTraining));
    case 'chosen':
      return partsOf(await kioskBridge().checkChosen({ id: source.id, ...training }));
    case 'text':
      return judgeText(source.text, training);
    default:
      return unreachable(source);
  }
}

function partsOf(reply: IpcReply<'checkFile'>): readonly JudgedPart[] {
  if (!reply.ok) return [{ content: { kind: 'check-failed', code: reply.code }, place: {} }];
  const { value } = reply;
  if (value.kind === 'refused') {
    return [{ content: { kind: 'file-refused', code: value.code }, place: {} }];
  }
  return value.codes.map(({ verdict, place }) => ({
    content: { kind: 'verdict', verdict },
    place,
    notices: value.notices,
  }));
}

async function judgeText(text: string, training: { training?: true }): Promise<JudgedPart[]> {
  const reply = await kioskBridge().checkScan({ text, source: 'pasted', ...training });
  const content: DeskContent = reply.ok
    ? { kind: 'verdict', verdict: reply.value }
    : { kind: 'check-failed', code: reply.code };
  return [{ content, place: {} }];
}
