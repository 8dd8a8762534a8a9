import {
  Cell,
  Column,
  Row,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../shared/ipc/audit-verbs.ts';
import { LOOK_OF_CODE } from '../../screens/look.ts';
import { VerdictShape } from '../../screens/shapes/verdict-shape.tsx';
import { formatClock } from '../../text/format.ts';
import { useDesk } from '../desk-context.ts';
import { entryGrade, entryHeadline } from './entry-words.ts';

const COLUMNS = [
  { id: 'time', width: 72, minWidth: 72 },
  { id: 'result', width: '3fr', minWidth: 200 },
  { id: 'company', width: '3fr', minWidth: 140 },
  { id: 'code', width: '2fr', minWidth: 80 },
  { id: 'grade', width: 64, minWidth: 64 },
  { id: 'source', width: 84, minWidth: 84 },
  { id: 'notes', width: 64, minWidth: 64 },
] as const;

const ROW_HEIGHT = { comfortable: 34, compact: 28 } as const;

interface HistoryTableProps {
  readonly entries: readonly HistoryEntry[];
  readonly chosen: number | undefined;
  readonly onChoose: (sequence: number) => void;
}

/** Today's records, newest first; only the rows in view are drawn. */
export function HistoryTable({ entries, chosen, onChoose }: HistoryTableProps) {
  const { t } = useTranslation();
  const { state, today } = useDesk();
  const { language, density } = state.choices;
  const isAny = (today.history?.entries.length ?? 0) > 0;
  // Without company names in the records there would be an empty column.
  const columns = COLUMNS.filter(({ id }) => id !== 'company' || today.history?.keepsCompany);
  return (
    <Virtualizer
      key={density}
      layout={TableLayout}
      layoutOptions={{ rowHeight: ROW_HEIGHT[density], headingHeight: 32 }}
    >
      <Table
        className="desk-table-box desk-virtual"
        aria-label={t('desk.pages.history')}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={chosen === undefined ? [] : [chosen]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (typeof key === 'number') onChoose(key);
        }}
      >
        <TableHeader>
          {columns.map(({ id, width, minWidth }) => (
            <Column
              key={id}
              id={id}
              isRowHeader={id === 'result'}
              width={width}
              minWidth={minWidth}
            >
              {t(`desk.history.columns.${id}`)}
            </Column>
          ))}
        </TableHeader>
        <TableBody
          items={entries.map((entry) => ({ ...entry, id: entry.sequence }))}
          dependencies={[language]}
          renderEmptyState={() => (
            <p className="desk-hint">{t(isAny ? 'desk.history.none' : 'desk.history.empty')}</p>
          )}
        >
          {(entry) => (
            <HistoryLine entry={entry} hasCompany={today.history?.keepsCompany === true} />
          )}
        </TableBody>
      </Table>
    </Virtualizer>
  );
}

interface HistoryLineProps {
  readonly entry: HistoryEntry;
  readonly hasCompany: boolean;
}

function HistoryLine({ entry, hasCompany }: HistoryLineProps) {
  const { t } = useTranslation();
  const { language } = useDesk().state.choices;
  const look = LOOK_OF_CODE[entry.code];
  const headline = entryHeadline(entry, t);
  return (
    <Row id={entry.sequence} className="desk-virtual-row" data-look={look}>
      <Cell className="desk-cell">{formatClock(entry.at, language)}</Cell>
      <Cell className="desk-cell">
        <span className="desk-cell-shape">
          <VerdictShape look={look} />
        </span>
        <span className="desk-cell-text">
          {entry.training && <b>{t('desk.history.training')} </b>}
          {headline}
          {entry.later !== undefined && ` (${t(`desk.history.later.${entry.later.status}`)})`}
        </span>
      </Cell>
      {hasCompany && (
        <Cell className="desk-cell">
          <span className="desk-cell-text">{entry.companyName ?? ''}</span>
        </Cell>
      )}
      <Cell className="desk-cell desk-code">
        <span className="desk-cell-text">{entry.companyCode ?? ''}</span>
      </Cell>
      <Cell className="desk-cell">{entryGrade(entry)}</Cell>
      <Cell className="desk-cell">{t(`desk.sources.${entry.source}`)}</Cell>
      <Cell className="desk-cell">{entry.notes.length === 0 ? '' : entry.notes.length}</Cell>
    </Row>
  );
}
