import { useTranslation } from 'react-i18next';

const SECTIONS = ['camera', 'kept', 'cleared', 'network'] as const;

/** What the terminal sees, keeps and sends. */
export function PrivacySide() {
  const { t } = useTranslation();
  return (
    <>
      {SECTIONS.map((name) => (
        <section key={name} className="page-section">
          <h2 className="page-section-title">{t(`privacy.${name}.title`)}</h2>
          <p>{t(`privacy.${name}.text`)}</p>
        </section>
      ))}
    </>
  );
}
