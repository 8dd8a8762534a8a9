import { useTranslation } from 'react-i18next';
import { VerdictShape } from '../../screens/shapes/verdict-shape.tsx';

/** The pane between two visitors. */
export function EmptyDetail() {
  const { t } = useTranslation();
  return (
    <div className="desk-empty">
      <div className="desk-empty-shape">
        <VerdictShape look="foreign" />
      </div>
      <h2>{t('desk.detail.empty')}</h2>
      <p>{t('desk.detail.emptyHint')}</p>
      <p>{t('desk.entry.ready')}</p>
    </div>
  );
}
