import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { LocalizedText } from '../../shared/trust/policy-terms.ts';
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
          <Perks perks={group.sharedPerks} language={language} />
          <ul className="service-items">
            {group.services.map((service) => (
              <ServiceLine
                key={service.id}
                service={service}
                perks={group.sharedPerks.length > 0 ? [] : service.perks}
                language={language}
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function groupTitle(group: ServiceGroup, t: TFunction): string {
  if (group.open) return t('services.open');
  if (group.reason === undefined) return t('services.closed');
  return t('services.closedBecause', { reason: t(`reason.${group.reason}`) });
}

interface ServiceLineProps {
  readonly service: ServiceDecision;
  /** What is not already said for the whole group. */
  readonly perks: readonly LocalizedText[];
  readonly language: Language;
}

function ServiceLine({ service, perks, language }: ServiceLineProps) {
  const { t } = useTranslation();
  return (
    <li className="service-line">
      <span className="service-name">{service.name[language]}</span>
      {/* The ordinary way begins with a ticket, which names the window itself. */}
      {service.open && service.window !== undefined && (
        <span className="service-window">{windowName(service.window, t)}</span>
      )}
      {service.open && <Perks perks={perks} language={language} />}
    </li>
  );
}

interface PerksProps {
  readonly perks: readonly LocalizedText[];
  readonly language: Language;
}

function Perks({ perks, language }: PerksProps) {
  const { t } = useTranslation();
  if (perks.length === 0) return null;
  const words = perks.map((perk) => perk[language]).join(t('listSeparator'));
  return <p className="service-perks">{words}</p>;
}
