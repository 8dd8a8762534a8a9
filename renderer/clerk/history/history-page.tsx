import { useState } from 'react';
import { Input, Label, SearchField, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { History } from '../../../shared/ipc/audit-verbs.ts';
import { useDesk } from '../desk-context.ts';
import { HistoryEntryPane } from './history-entry-pane.tsx';
import { HistoryExport } from './history-export.tsx';
import { HistoryTable } from './history-table.tsx';
import {
  countOutcomes,
  HISTORY_FILTERS,
  type HistoryFilterName,
  searchHistory,
} from './search-history.ts';

/** What was shown today: found again, counted, annotated, taken away as a table. */
export function HistoryPage() {
  const { history } = useDesk().today;
  return history === undefined ? null : <HistoryOf history={history} />;
}

function HistoryOf({ history }: { readonly history: History }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<HistoryFilterName>('all');
  const [chosen, setChosen] = useState<number>();
  const entries = searchHistory(history, filter, search);
  const entry = history.entries.find(({ sequence }) => sequence === chosen);
  return (
    <div className="desk-policy">
      <div className="desk-policy-main">
        {history.problem !== undefined && (
          <p className="desk-problem" role="alert">
            {t(`desk.history.problem.${history.problem}`)}
          </p>
        )}
        <div className="desk-toolbar">
          <SearchField className="desk-field" value={search} onChange={setSearch} autoFocus>
            <Label>{t('desk.history.search')}</Label>
            <Input className="desk-input" />
          </SearchField>
          <HistoryExport filter={filter} search={search} />
        </div>
        <OutcomeFilter history={history} filter={filter} onChange={setFilter} />
        <HistoryTable entries={entries} chosen={chosen} onChoose={setChosen} />
        <p className="desk-hint">
          {t('desk.history.retention', { days: history.retentionDays })}
          {' · '}
          {t(history.keepsCompany ? 'desk.history.codesKept' : 'desk.history.codesShort')}
        </p>
      </div>
      <aside className="desk-policy-side">
        {entry === undefined ? (
          <p className="desk-hint">{t('desk.history.choose')}</p>
        ) : (
          <HistoryEntryPane key={entry.sequence} entry={entry} />
        )}
      </aside>
    </div>
  );
}

interface OutcomeFilterProps {
  readonly history: History;
  readonly filter: HistoryFilterName;
  readonly onChange: (filter: HistoryFilterName) => void;
}

function OutcomeFilter({ history, filter, onChange }: OutcomeFilterProps) {
  const { t } = useTranslation();
  const counts = countOutcomes(history);
  return (
    <ToggleButtonGroup
      className="desk-filter"
      aria-label={t('desk.batch.filter')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[filter]}
      onSelectionChange={(keys) => {
        const name = HISTORY_FILTERS.find((candidate) => keys.has(candidate));
        if (name !== undefined) onChange(name);
      }}
    >
      {HISTORY_FILTERS.map((name) => (
        <ToggleButton key={name} id={name} className="desk-switch">
          {t(`desk.batch.filters.${name}`)} {counts[name]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
