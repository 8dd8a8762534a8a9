import { useTranslation } from 'react-i18next';
import type { ShownGrade, ShownPolicy } from '../../../shared/ipc/policy-verbs.ts';
import type { Language } from '../../text/language.ts';

interface LevelsSideProps {
  /** `undefined` while the terminal holds no signed policy. */
  readonly policy: ShownPolicy | undefined;
  readonly language: Language;
}

/** What every level of the signed scale means, and how much of this hall it opens. */
export function LevelsSide({ policy, language }: LevelsSideProps) {
  const { t } = useTranslation();
  if (policy === undefined) return <p className="next-step">{t('levels.noPolicy')}</p>;
  return (
    <>
      <table className="levels">
        <thead className="for-listeners">
          <tr>
            <th scope="col">{t('levels.level')}</th>
            <th scope="col">{t('levels.meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {policy.scale.map((grade) => (
            <Level key={grade.code} grade={grade} policy={policy} language={language} />
          ))}
        </tbody>
      </table>
      <p className="side-note">{t('levels.decidedBy')}</p>
      <p className="side-note">{policy.contact[language]}</p>
    </>
  );
}

interface LevelProps {
  readonly grade: ShownGrade;
  readonly policy: ShownPolicy;
  readonly language: Language;
}

function Level({ grade, policy, language }: LevelProps) {
  const { t } = useTranslation();
  const count = policy.services.filter(
    ({ isHere, grades }) => isHere && grades.includes(grade.code),
  ).length;
  return (
    <tr>
      <th className="level-letter" scope="row">
        {grade.code}
      </th>
      <td>
        <p className="level-name">{grade.name[language]}</p>
        <p className="level-meaning">{grade.meaning[language]}</p>
        <p className="level-opens" data-open={count > 0}>
          {count > 0 ? t('levels.openTo', { count }) : t('levels.openToNone')}
        </p>
      </td>
    </tr>
  );
}
