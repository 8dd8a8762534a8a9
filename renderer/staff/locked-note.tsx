import { useTranslation } from 'react-i18next';

/** Says that somebody stronger has decided; a padlock and words, never colour alone. */
export function LockedNote({ isLocked }: { readonly isLocked: boolean }) {
  const { t } = useTranslation();
  if (!isLocked) return null;
  return (
    <p className="staff-locked">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M7 10V7a5 5 0 0 1 10 0v3h2v11H5V10Zm2 0h6V7a3 3 0 0 0-6 0Z" />
      </svg>
      {t('staff.locked')}
    </p>
  );
}
