import { useState } from 'react';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CertificateSummary } from '../../../shared/verify/verdict.ts';
import { useDesk } from '../desk-context.ts';
import { type Comparison, compareCodes } from './compare-codes.ts';
import { DifferingCode } from './differing-code.tsx';

interface ComparePanelProps {
  readonly comparison: Comparison | undefined;
  readonly certificate: CertificateSummary;
}

/** The licence in hand beside the certificate: type its code or scan its QR code. */
export function ComparePanel({ comparison, certificate }: ComparePanelProps) {
  const { t } = useTranslation();
  const { dispatch, licence } = useDesk();
  const [text, setText] = useState('');
  return (
    <section className="desk-section desk-compare" data-comparison={comparison?.kind ?? 'none'}>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === '') return;
          const found = compareCodes(certificate.holderCode, text);
          dispatch({ type: 'compared', comparison: found });
          setText('');
        }}
      >
        <TextField className="desk-field" value={text} onChange={setText} maxLength={4_096}>
          <Label>{t('desk.compare.title')}</Label>
          <div className="desk-field-row">
            <Input
              ref={licence}
              className="desk-input desk-code"
              placeholder={t('desk.compare.hint')}
              aria-label={t('desk.compare.label')}
              autoComplete="off"
              spellCheck={false}
            />
            <Button type="submit" className="desk-button">
              {t('desk.buttons.compare')}
              <kbd>Enter</kbd>
            </Button>
          </div>
        </TextField>
      </Form>
      <div role="status" className="desk-compare-answer">
        {comparison !== undefined && <ComparisonAnswer comparison={comparison} />}
      </div>
    </section>
  );
}

function ComparisonAnswer({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useTranslation();
  if (comparison.kind === 'no-code') return <p>{t('desk.compare.noCode')}</p>;
  if (comparison.kind === 'match') {
    return (
      <p className="desk-compare-word">
        <span aria-hidden="true">= </span>
        {t('desk.compare.match')}
      </p>
    );
  }
  const { expected, found, positions } = comparison;
  return (
    <>
      <p className="desk-compare-word">
        <span aria-hidden="true">≠ </span>
        {t('desk.compare.mismatch')}
      </p>
      <dl className="desk-compare-codes">
        <dt>{t('desk.compare.onCertificate')}</dt>
        <dd>
          <DifferingCode code={expected} positions={positions} />
        </dd>
        <dt>{t('desk.compare.onLicence')}</dt>
        <dd>
          <DifferingCode code={found} positions={positions} />
        </dd>
      </dl>
      <p>{t('desk.compare.positions', { positions: positions.join(t('listSeparator')) })}</p>
    </>
  );
}
