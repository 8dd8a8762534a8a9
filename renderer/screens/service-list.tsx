import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { LocalizedText } from '../../shared/trust/policy-terms.ts';
import type { ServiceDecision } from '../../shared/verify/verdict.ts';
import type { Language } from '../text/language.ts';
import { windowName } from '../text/window-name.ts';
import { groupServices, type ServiceGroup } from './service-groups.ts';

interface ServiceListProps {
  readonly services: readonly ServiceDecision[];
  readonly language: Language;
}

/** Perks shown at most; who reads more does so on the office's own pages. */
const MAX_PERKS = 3;

/** The services of this hall as a table: which are open, at which window, and why the others are not. */
export function ServiceList({ services, language }: ServiceListProps) {
  const { t } = useTranslation();
  return (
    <table className="service-list" aria-label={t('services.title')}>
      {groupServices(services).map((group) => (
        <tbody
          key={group.open ? 'open' : group.reason}
          className="service-group"
          data-open={group.open}
        >
          <tr>
            <th className="service-group-title" colSpan={2} scope="rowgroup">
              {groupTitle(group, t)}
              <Perks perks={group.sharedPerks} language={language} />
            </th>
          </tr>
          {group.open ? (
            group.services.map((service) => (
              <OpenService
                key={service.id}
                service={service}
                perks={group.sharedPerks.length > 0 ? [] : service.perks}
                language={language}
              />
            ))
          ) : (
            <ClosedServices services={group.services} language={language} />
          )}
        </tbody>
      ))}
    </table>
  );
}

function groupTitle(group: ServiceGroup, t: TFunction): string {
  if (group.open) return t('services.open');
  if (group.reason === undefined) return t('services.closed');
  return t('services.closedBecause', { reason: t(`reason.${group.reason}`) });
}

interface OpenServiceProps {
  readonly service: ServiceDecision;
  /** What is not already said for the whole group. */
  readonly perks: readonly LocalizedText[];
  readonly language: Language;
}

function OpenService({ service, perks, language }: OpenServiceProps) {
  const { t } = useTranslation();
  return (
    <tr className="service-line">
      <th className="service-name" scope="row">
        <span className="service-title">{service.name[language]}</span>
        <Perks perks={perks} language={language} />
      </th>
      <td className="service-window">
        {service.window === undefined ? '' : windowName(service.window, t)}
      </td>
    </tr>
  );
}

/**
 * Closed services are few words each and share their reason, so they share a cell. Their windows
 * stay unsaid: the ordinary way begins with a ticket, which names the window itself.
 */
function ClosedServices({ services, language }: ServiceListProps) {
  return (
    <tr>
      <td colSpan={2}>
        <ul className="service-items">
          {services.map((service) => (
            <li key={service.id}>{service.name[language]}</li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

interface PerksProps {
  readonly perks: readonly LocalizedText[];
  readonly language: Language;
}

function Perks({ perks, language }: PerksProps) {
  const { t } = useTranslation();
  if (perks.length === 0) return null;
  const words = perks.slice(0, MAX_PERKS).map((perk) => perk[language]);
  return <span className="service-perks">{words.join(t('easingSeparator'))}</span>;
}
