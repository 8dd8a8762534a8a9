import { useState } from 'react';
import {
  Cell,
  Column,
  Row,
  type SortDescriptor,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { VerdictShape } from '../../screens/shapes/verdict-shape.tsx';
import { groupCode } from '../../text/format.ts';
import { deskLook } from '../desk-content.ts';
import { useDesk } from '../desk-context.ts';
import type { BatchRow } from './batch-state.ts';
import { BATCH_COLUMNS, describeRow, sortRows } from './describe-row.ts';

const ROW_HEIGHT = { comfortable: 34, compact: 28 } as const;

/** Thousands of rows, of which only those in view are drawn. Enter shows one at the counter. */
export function BatchTable({ rows }: { readonly rows: readonly BatchRow[] }) {
  const { t } = useTranslation();
  const { dispatch, state } = useDesk();
  const { language, density } = state.choices;
  const [sort, setSort] = useState<SortDescriptor>();
  const sorted = sortRows(rows, sort, (row) => describeRow(row, t, language));
  const open = (key: string | number) => {
    const row = rows.find((candidate) => candidate.key === key);
    if (row?.state.step !== 'judged') return;
    const { content, notices = [] } = row.state;
    const at = content.kind === 'verdict' ? content.verdict.at : Math.floor(Date.now() / 1_000);
    dispatch({ type: 'scan-answered', scan: { at, source: 'file', content, notices } });
  };
  return (
    <Virtualizer
      key={density}
      layout={TableLayout}
      layoutOptions={{ rowHeight: ROW_HEIGHT[density], headingHeight: 32 }}
    >
      <Table
        className="desk-table-box desk-virtual"
        aria-label={t('desk.pages.batch')}
        selectionMode="none"
        onRowAction={open}
        {...(sort === undefined ? {} : { sortDescriptor: sort })}
        onSortChange={setSort}
      >
        <TableHeader>
          {BATCH_COLUMNS.map(({ id, width, minWidth }) => (
            <Column
              key={id}
              id={id}
              isRowHeader={id === 'file'}
              allowsSorting
              width={width}
              minWidth={minWidth}
            >
              {({ sortDirection }) => (
                <>
                  {t(`desk.batch.columns.${id}`)}
                  {sortDirection !== undefined && (
                    <span aria-hidden="true">{sortDirection === 'ascending' ? ' ↑' : ' ↓'}</span>
                  )}
                </>
              )}
            </Column>
          ))}
        </TableHeader>
        <TableBody items={sorted} dependencies={[language]}>
          {(row) => <BatchLine row={row} />}
        </TableBody>
      </Table>
    </Virtualizer>
  );
}

function BatchLine({ row }: { readonly row: BatchRow }) {
  const { t } = useTranslation();
  const { language } = useDesk().state.choices;
  const cells = describeRow(row, t, language);
  const look = row.state.step === 'judged' ? deskLook(row.state.content) : undefined;
  return (
    <Row id={row.key} className="desk-virtual-row" data-look={look}>
      {BATCH_COLUMNS.map(({ id }) => (
        <Cell key={id} className={id === 'code' ? 'desk-cell desk-code' : 'desk-cell'}>
          {id === 'result' && look !== undefined && (
            <span className="desk-cell-shape">
              <VerdictShape look={look} />
            </span>
          )}
          <span className="desk-cell-text">
            {id === 'code' ? groupCode(cells.code) : cells[id]}
          </span>
        </Cell>
      ))}
    </Row>
  );
}
