import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { kioskBridge } from '../../kiosk-bridge.ts';
import { useDesk } from '../desk-context.ts';
import type { BatchRow } from './batch-state.ts';
import { BATCH_COLUMNS, describeRow } from './describe-row.ts';

type ExportNews = 'none' | 'saved' | 'cancelled' | 'failed';

/** Saves the rows in view as a table for WPS or Excel; the log notes it. */
export function BatchExport({ rows }: { readonly rows: readonly BatchRow[] }) {
  const { t } = useTranslation();
  const { state } = useDesk();
  const [news, setNews] = useState<ExportNews>('none');
  const { language } = state.choices;
  const save = async () => {
    const reply = await kioskBridge().saveBatchTable({
      columns: BATCH_COLUMNS.map(({ id }) => t(`desk.batch.columns.${id}`)),
      rows: rows.map((row) => {
        const cells = describeRow(row, t, language);
        return BATCH_COLUMNS.map(({ id }) => cells[id]);
      }),
    });
    setNews(reply.ok ? reply.value : 'failed');
  };
  return (
    <>
      <Button className="desk-button" isDisabled={rows.length === 0} onPress={() => void save()}>
        {t('desk.batch.export')}
      </Button>
      <p role="status" className="desk-hint">
        {news !== 'none' && t(`desk.batch.news.${news}`)}
      </p>
    </>
  );
}
