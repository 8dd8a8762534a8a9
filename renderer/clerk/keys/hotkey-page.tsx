import { useTranslation } from 'react-i18next';
import { DESK_ACTIONS, DESK_KEYS } from '../desk-keys.ts';

/** Every key of the desk. */
export function HotkeyPage() {
  const { t } = useTranslation();
  return (
    <section className="desk-reading">
      <h2>{t('desk.keys.title')}</h2>
      <p>{t('desk.keys.hint')}</p>
      <dl className="desk-keys">
        {DESK_ACTIONS.map((action) => (
          <div key={action}>
            <dt>
              <kbd>{DESK_KEYS[action].label}</kbd>
              {action === 'open-keys' && <kbd>?</kbd>}
            </dt>
            <dd>{t(`desk.actions.${action}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('desk.keys.general')}</p>
    </section>
  );
}
