import { useState } from 'react';
import { Button, Label, ProgressBar, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk-context.ts';
import { BatchExport } from './batch-export.tsx';
import { BATCH_FILTERS, type BatchFilter, countRows, filterOf } from './batch-state.ts';
import { BatchTable } from './batch-table.tsx';

/** Many files or a folder at once, for funding rounds and honours. */
export function BatchPage() {
  const { t } = useTranslation();
  const { batch, files } = useDesk();
  const [filter, setFilter] = useState<BatchFilter>('all');
  const { rows } = batch.state;
  const shown = rows.filter((row) => filter === 'all' || filterOf(row) === filter);
  return (
    <div className="desk-batch">
      <div className="desk-actions">
        <Button className="desk-button" onPress={() => void files.choose('files')}>
          {t('desk.batch.files')}
        </Button>
        <Button className="desk-button" onPress={() => void files.choose('folder')}>
          {t('desk.batch.folder')}
        </Button>
        {batch.isRunning ? (
          <Button className="desk-button" onPress={batch.cancel}>
            {t('desk.batch.cancel')}
          </Button>
        ) : (
          <Button className="desk-button" isDisabled={rows.length === 0} onPress={batch.clear}>
            {t('desk.batch.clear')}
          </Button>
        )}
        <BatchExport rows={shown} />
      </div>
      {rows.length === 0 ? (
        <p className="desk-drop">{t('desk.batch.empty')}</p>
      ) : (
        <>
          <Progress />
          <Filter filter={filter} onChange={setFilter} />
          <BatchTable rows={shown} />
        </>
      )}
    </div>
  );
}

function Progress() {
  const { t } = useTranslation();
  const { rows } = useDesk().batch.state;
  const done = rows.filter(
    ({ state: { step } }) => step === 'judged' || step === 'cancelled',
  ).length;
  const label = t('desk.batch.progress', { done, all: rows.length });
  return (
    <ProgressBar className="desk-progress" value={done} maxValue={rows.length} valueLabel={label}>
      {({ percentage = 0, valueText }) => (
        <>
          <Label>{valueText}</Label>
          <div className="desk-progress-track">
            <div style={{ transform: `scaleX(${percentage / 100})` }} />
          </div>
        </>
      )}
    </ProgressBar>
  );
}

interface FilterProps {
  readonly filter: BatchFilter;
  readonly onChange: (filter: BatchFilter) => void;
}

function Filter({ filter, onChange }: FilterProps) {
  const { t } = useTranslation();
  const counts = countRows(useDesk().batch.state.rows);
  return (
    <ToggleButtonGroup
      className="desk-filter"
      aria-label={t('desk.batch.filter')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[filter]}
      onSelectionChange={(keys) => {
        const chosen = BATCH_FILTERS.find((candidate) => keys.has(candidate));
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {BATCH_FILTERS.map((candidate) => (
        <ToggleButton key={candidate} id={candidate} className="desk-switch">
          {t(`desk.batch.filters.${candidate}`)} {counts[candidate]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
