import { type Dispatch, useEffect, useEffectEvent } from 'react';
import { kioskBridge } from '../../kiosk-bridge.ts';
import type { Batch, NamedSource } from '../batch/use-batch.ts';
import type { DeskEvent, DeskState } from '../desk-state.ts';
import type { Judge } from '../use-desk-scan.ts';
import { type DroppedFile, droppedFiles } from './dropped-files.ts';
import { judgeSource } from './judge-source.ts';

interface IntakeParts {
  readonly state: DeskState;
  readonly dispatch: Dispatch<DeskEvent>;
  readonly batch: Batch;
  readonly judge: Judge;
}

/** What files do at the desk. One is judged at the counter; more go to the batch. */
export interface FileIntake {
  readonly choose: (what: 'files' | 'folder') => Promise<void>;
}

/** Takes what is dropped and pasted anywhere on the desk. */
export function useFileIntake(parts: IntakeParts): FileIntake {
  const take = async (sources: readonly NamedSource[]) => {
    const [only] = sources;
    if (only === undefined) return;
    if (sources.length > 1 || parts.state.page === 'batch') {
      parts.dispatch({ type: 'page-opened', page: 'batch' });
      parts.batch.add(sources);
      return;
    }
    const judged = await judgeSource(only.source, parts.state.isTraining);
    for (const { content, notices = [] } of judged) {
      const at = content.kind === 'verdict' ? content.verdict.at : Math.floor(Date.now() / 1_000);
      parts.dispatch({ type: 'scan-answered', scan: { at, source: 'file', content, notices } });
    }
  };

  const onDrop = useEffectEvent(async (event: DragEvent) => {
    event.preventDefault();
    if (parts.state.isLocked || event.dataTransfer === null) return;
    await take((await droppedFiles(event.dataTransfer)).map(heldSource));
  });

  const onPaste = useEffectEvent(async (event: ClipboardEvent) => {
    const { clipboardData: data } = event;
    if (parts.state.isLocked || data === null) return;
    if (data.files.length > 0) {
      event.preventDefault();
      await take((await droppedFiles(data)).map(heldSource));
      return;
    }
    if (isField(event.target)) return;
    const lines = data
      .getData('text/plain')
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '');
    const [only] = lines;
    if (only === undefined) return;
    event.preventDefault();
    if (lines.length === 1 && parts.state.page !== 'batch') await parts.judge(only, 'pasted');
    else await take(lines.map(lineSource));
  });

  useEffect(() => {
    const allow = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => void onDrop(event);
    const paste = (event: ClipboardEvent) => void onPaste(event);
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, []);

  return {
    choose: async (what) => {
      const reply = await kioskBridge().chooseFiles({ what });
      if (!reply.ok) return;
      const { files } = reply.value;
      await take(files.map(({ id, name }) => ({ name, source: { kind: 'chosen', id } })));
    },
  };
}

function heldSource({ name, file }: DroppedFile): NamedSource {
  return { name, source: { kind: 'held', file } };
}

function lineSource(text: string, index: number): NamedSource {
  return { name: `#${index + 1}`, source: { kind: 'text', text } };
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
