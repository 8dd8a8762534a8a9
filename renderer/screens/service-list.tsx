import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ServiceDecision } from '../../shared/verify/verdict.ts';
import type { Language } from '../text/language.ts';
import { windowName } from './answer-words.ts';
import { groupServices, type ServiceGroup } from './service-groups.ts';

interface ServiceListProps {
  readonly services: readonly ServiceDecision[];
  readonly language: Language;
}

/** The services of this hall: which are open, and why the others are not. */
export function ServiceList({ services, language }: ServiceListProps) {
  const { t } = useTranslation();
  return (
    <section className="service-list" aria-label={t('services.title')}>
      {groupServices(services).map((group) => (
        <div
          key={group.open ? 'open' : group.reason}
          className="service-group"
          data-open={group.open}
        >
          <h3 className="service-group-title">{groupTitle(group, t)}</h3>
          <ul className="service-items">
            {group.services.map((service) => (
              <ServiceLine key={service.id} service={service} language={language} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function groupTitle(group: ServiceGroup, t: TFunction): string {
  if (group.open) return t('services.open');
  return group.reason === undefined ? t('services.closed') : t(`reason.${group.reason}`);
}

interface ServiceLineProps {
  readonly service: ServiceDecision;
  readonly language: Language;
}

function ServiceLine({ service, language }: ServiceLineProps) {
  const { t } = useTranslation();
  const perks = service.open ? service.perks.map((perk) => perk[language]) : [];
  return (
    <li className="service-line">
      <span className="service-name">{service.name[language]}</span>
      {service.window !== undefined && (
        <span className="service-window">{windowName(service.window, t)}</span>
      )}
      {perks.length > 0 && <span className="service-perks">{perks.join(t('listSeparator'))}</span>}
    </li>
  );
}
