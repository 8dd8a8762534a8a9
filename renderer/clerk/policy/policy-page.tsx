import { useState } from 'react';
import { Input, Label, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ShownPolicy } from '../../../shared/ipc/policy-verbs.ts';
import { useDesk } from '../desk-context.ts';
import { RepairGuide } from './repair-guide.tsx';
import { searchServices } from './search-policy.ts';
import { ServiceTable } from './service-table.tsx';
import { usePolicy } from './use-policy.ts';

/** What the clerk looks up: which services, which window, which easings, and what to tell people. */
export function PolicyPage() {
  const { t } = useTranslation();
  const policy = usePolicy();
  if (policy === undefined) return null;
  return (
    <div className="desk-policy">
      <div className="desk-policy-main">
        {policy === null ? <p>{t('desk.policy.missing')}</p> : <Crib policy={policy} />}
      </div>
      <aside className="desk-policy-side">
        {policy !== null && <Scale policy={policy} />}
        <RepairGuide />
      </aside>
    </div>
  );
}

function Crib({ policy }: { readonly policy: ShownPolicy }) {
  const { t } = useTranslation();
  const { language } = useDesk().state.choices;
  const [search, setSearch] = useState('');
  return (
    <>
      <SearchField className="desk-field" value={search} onChange={setSearch} autoFocus>
        <Label>{t('desk.policy.search')}</Label>
        <Input className="desk-input" />
      </SearchField>
      <ServiceTable services={searchServices(policy, search)} />
      <p className="desk-hint">
        {t('desk.policy.version', { version: policy.version })}
        {policy.contact[language] !== '' &&
          ` · ${t('desk.policy.contact', { contact: policy.contact[language] })}`}
      </p>
    </>
  );
}

function Scale({ policy }: { readonly policy: ShownPolicy }) {
  const { t } = useTranslation();
  const { language } = useDesk().state.choices;
  return (
    <section className="desk-section">
      <h2 className="desk-label">{t('desk.policy.scale')}</h2>
      <dl className="desk-scale">
        {policy.scale.map((grade) => (
          <div key={grade.code}>
            <dt>{grade.code}</dt>
            <dd>
              <strong>{grade.name[language]}</strong> {grade.meaning[language]}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
