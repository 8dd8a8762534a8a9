import { useTranslation } from 'react-i18next';
import { COMPANY_CODE_LENGTH } from '../../../shared/certificate/company-code.ts';
import { groupCode } from '../../text/format.ts';
import { judgeTyping } from './judge-typing.ts';

/** The places of a unified code in groups of four, those typed filled in. */
export function TypedCode({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const places = Array.from({ length: COMPANY_CODE_LENGTH }, (_, index) => index);
  return (
    <p className="typed-code">
      <span className="for-listeners">
        {t('typing.codeLabel')} {groupCode(code)}
      </span>
      {places.map((index) => (
        <span
          key={index}
          className="typed-place"
          data-next={index === code.length}
          aria-hidden="true"
        >
          {code.charAt(index)}
        </span>
      ))}
    </p>
  );
}

/** Says with every key what is still missing, and whether the check character fits. */
export function TypingJudgement({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const judgement = judgeTyping(code);
  return (
    <p className="typing-judgement" data-judgement={judgement.kind} role="status">
      {t(`typing.${judgement.kind}`, { ...judgement })}
    </p>
  );
}
