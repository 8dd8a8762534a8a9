import { useRef } from 'react';
import { Input, Label, Text, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { VerdictShape } from '../../screens/shapes/verdict-shape.tsx';
import { QrCode } from '../../slip/qr-code.tsx';
import { useDesk } from '../desk-context.ts';
import { ScanReportView } from './scan-report-view.tsx';
import { TEST_CODE } from './test-code.ts';
import { useScannerTest } from './use-scanner-test.ts';

/** Shows what a hand scanner really sends, and says what to set where something is amiss. */
export function ScannerPage() {
  const { t } = useTranslation();
  const { terminal } = useDesk();
  const field = useRef<HTMLInputElement>(null);
  const report = useScannerTest(terminal.wedge, () => {
    if (field.current !== null) field.current.value = '';
  });
  return (
    <div className="desk-scanner">
      <section className="desk-scanner-code">
        <h2>{t('desk.scanner.title')}</h2>
        <p>{t('desk.scanner.lead')}</p>
        <QrCode text={TEST_CODE} label={t('desk.scanner.code')} />
        <TextField className="desk-field" autoFocus>
          <Label>{t('desk.scanner.field')}</Label>
          <Input
            ref={field}
            className="desk-input desk-code"
            autoComplete="off"
            spellCheck={false}
          />
          <Text slot="description" className="desk-hint">
            {t('desk.scanner.fieldHint')}
          </Text>
        </TextField>
        <p className="desk-hint">{t('desk.scanner.serial')}</p>
      </section>
      <section className="desk-scanner-report" aria-live="polite">
        {report === undefined ? (
          <div className="desk-empty">
            <div className="desk-empty-shape">
              <VerdictShape look="foreign" />
            </div>
            <h2>{t('desk.scanner.waiting')}</h2>
            <p>{t('desk.scanner.waitingHint')}</p>
          </div>
        ) : (
          <ScanReportView report={report} />
        )}
      </section>
    </div>
  );
}
