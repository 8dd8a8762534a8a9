import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { kioskBridge } from '../../kiosk-bridge.ts';
import { useDesk } from '../desk-context.ts';
import type { HistoryFilterName } from './search-history.ts';

interface HistoryExportProps {
  readonly filter: HistoryFilterName;
  readonly search: string;
}

/** Takes the records in view away as a table; the log notes it, and the clerk is told so before. */
export function HistoryExport({ filter, search }: HistoryExportProps) {
  const { t } = useTranslation();
  const { language } = useDesk().state.choices;
  const [news, setNews] = useState<'none' | 'saved' | 'cancelled' | 'failed'>('none');
  const save = async () => {
    const wanted = search.trim().slice(0, 100);
    const reply = await kioskBridge().exportCsv({
      language,
      filter: {
        ...(filter === 'all' ? {} : { outcomes: [filter] }),
        ...(wanted === '' ? {} : { search: wanted }),
      },
    });
    const result = reply.ok ? reply.value.result : 'not-written';
    setNews(result === 'saved' || result === 'cancelled' ? result : 'failed');
  };
  return (
    <div className="desk-export">
      <Button className="desk-button" onPress={() => void save()}>
        {t('desk.history.export')}
      </Button>
      <p className="desk-hint" role="status">
        {news === 'none' ? t('desk.history.privacy') : t(`desk.history.news.${news}`)}
      </p>
    </div>
  );
}
