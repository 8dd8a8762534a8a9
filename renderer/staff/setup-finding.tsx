import { useTranslation } from 'react-i18next';
import type { SelfTestLine } from '../../shared/ipc/self-test.ts';
import { CheckMark } from './check-mark.tsx';
import { useLanguage } from './moment.ts';

/** A check of the self-test, short: by its shape, and in words. */
export function SetupFinding({ line }: { readonly line: SelfTestLine }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className="self-test setup-finding">
      <p data-check={line.id} data-result={line.result}>
        <CheckMark result={line.result} />
        <span>
          {t('staff.setup.finding', {
            check: line.title[language],
            result: t(`staff.selfTest.result.${line.result}`),
            detail: line.detail[language],
          })}
          {line.advice !== undefined && (
            <small>{t('staff.selfTest.advice', { advice: line.advice[language] })}</small>
          )}
        </span>
      </p>
    </div>
  );
}
