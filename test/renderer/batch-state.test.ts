import { describe, expect, it } from 'vitest';
import {
  type BatchEvent,
  countRows,
  EMPTY_BATCH,
  filterOf,
  reduceBatch,
} from '../../renderer/clerk/batch/batch-state.ts';
import type { JudgedPart } from '../../renderer/clerk/files/judge-source.ts';
import { foreignVerdict, GREEN_CHANNEL } from './sample-verdict.ts';

const GREEN: JudgedPart = {
  content: { kind: 'verdict', verdict: GREEN_CHANNEL },
  place: { page: 2 },
};
const FOREIGN: JudgedPart = {
  content: { kind: 'verdict', verdict: foreignVerdict('url') },
  place: {},
};
const REFUSED: JudgedPart = { content: { kind: 'file-refused', code: 'no-code' }, place: {} };

function batchAfter(...events: readonly BatchEvent[]) {
  return events.reduce(reduceBatch, EMPTY_BATCH);
}

describe('a batch', () => {
  it('gives each code of a file a row of its own, under the name of the file', () => {
    const { rows } = batchAfter(
      { type: 'added', names: ['a.pdf', 'b.png'] },
      { type: 'judged', key: '1', parts: [GREEN, FOREIGN] },
    );
    expect(rows.map(({ key, name, page }) => [key, name, page])).toEqual([
      ['1.1', 'a.pdf', 2],
      ['1.2', 'a.pdf', undefined],
      ['2', 'b.png', undefined],
    ]);
  });

  it('never gives two rows the same key, even after it was cleared', () => {
    const { rows } = batchAfter(
      { type: 'added', names: ['a'] },
      { type: 'cleared' },
      { type: 'added', names: ['b', 'c'] },
    );
    expect(rows.map(({ key }) => key)).toEqual(['2', '3']);
  });

  it('counts its rows under the filters they are found with', () => {
    const { rows } = batchAfter(
      { type: 'added', names: ['a', 'b', 'c', 'd'] },
      {
        type: 'several',
        events: [
          { type: 'judged', key: '1', parts: [GREEN] },
          { type: 'judged', key: '2', parts: [FOREIGN] },
          { type: 'judged', key: '3', parts: [REFUSED] },
        ],
      },
    );
    expect(rows.map(filterOf)).toEqual(['accepted', 'not-a-certificate', 'unread', undefined]);
    expect(countRows(rows)).toMatchObject({ all: 4, accepted: 1, unread: 1, refused: 0 });
  });

  it('stops what waits, and takes the answer to what was being checked', () => {
    const state = batchAfter(
      { type: 'added', names: ['a', 'b'] },
      { type: 'started', key: '1' },
      { type: 'cancelled' },
      { type: 'judged', key: '1', parts: [GREEN] },
    );
    expect(state.rows.map((row) => row.state.step)).toEqual(['judged', 'cancelled']);
  });
});
