import { useTranslation } from 'react-i18next';
import { useDesk } from './desk-context.ts';

/** Says over everything that what is shown is not real. */
export function DeskBanner() {
  const { t } = useTranslation();
  const { state, trust } = useDesk();
  if (state.isTraining) return <p className="desk-banner">{t('desk.training.banner')}</p>;
  if (trust?.domain === 'demo') return <p className="desk-banner">{t('trust.demo')}</p>;
  return null;
}
