import type { TFunction } from 'i18next';
import { Cell, Column, Row, Table, TableBody, TableHeader } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ShownService } from '../../../shared/ipc/policy-verbs.ts';
import { formatDay } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { windowName } from '../../text/window-name.ts';
import { useDesk } from '../desk-context.ts';
import { listName } from '../list-name.ts';

/** The services found, with what their green channel asks for and gives. */
export function ServiceTable({ services }: { readonly services: readonly ShownService[] }) {
  const { t } = useTranslation();
  const { language } = useDesk().state.choices;
  return (
    <div className="desk-table-box">
      <Table className="desk-table" aria-label={t('desk.policy.services')}>
        <TableHeader>
          <Column isRowHeader>{t('desk.policy.column.service')}</Column>
          <Column>{t('desk.policy.column.window')}</Column>
          <Column>{t('desk.policy.column.grades')}</Column>
          <Column>{t('desk.policy.column.perks')}</Column>
        </TableHeader>
        <TableBody
          items={services}
          dependencies={[language, t]}
          renderEmptyState={() => <p className="desk-hint">{t('desk.policy.none')}</p>}
        >
          {(service) => (
            <Row id={service.id} data-here={service.isHere}>
              <Cell>{service.name[language]}</Cell>
              <Cell>{placeOf(service, t)}</Cell>
              <Cell>{termsOf(service, t, language)}</Cell>
              <Cell>{service.perks.map((perk) => perk[language]).join(' · ')}</Cell>
            </Row>
          )}
        </TableBody>
      </Table>
    </div>
  );
}

function placeOf({ isHere, window }: ShownService, t: TFunction): string {
  if (!isHere) return t('desk.policy.elsewhere');
  return window === undefined ? '' : windowName(window, t);
}

function termsOf(service: ShownService, t: TFunction, language: Language): string {
  const { grades, anyOfLists, maxEvaluationAgeDays: days, from, until } = service;
  const parts = [
    grades.join(t('listSeparator')),
    ...(anyOfLists.length > 0
      ? [
          t('desk.policy.lists', {
            lists: anyOfLists.map((list) => listName(list, t)).join(t('listSeparator')),
          }),
        ]
      : []),
    ...(days === undefined ? [] : [t('desk.policy.maxAge', { days })]),
    ...(from === undefined ? [] : [t('desk.policy.from', { date: formatDay(from, language) })]),
    ...(until === undefined ? [] : [t('desk.policy.until', { date: formatDay(until, language) })]),
  ];
  return parts.join(' · ');
}
