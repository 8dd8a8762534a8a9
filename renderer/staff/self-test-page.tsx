import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CHECK_RESULTS, type SelfTestLine } from '../../shared/ipc/self-test.ts';
import { kioskBridge } from '../kiosk-bridge.ts';
import { measureCamera } from '../scan/measure-camera.ts';
import { CheckMark } from './check-mark.tsx';
import { useLanguage } from './moment.ts';
import { useStaff } from './staff-access.ts';
import { StaffButton } from './staff-button.tsx';

/** Every check with what it found and what to do. */
export function SelfTestPage() {
  const { t } = useTranslation();
  const { state, ask } = useStaff();
  const [isRunning, setRunning] = useState(false);
  const [lines, setLines] = useState<readonly SelfTestLine[]>();
  const run = async (): Promise<void> => {
    setRunning(true);
    const camera = await measureCamera(state.settings.camera.value);
    setLines(await ask(kioskBridge().runSelfTest({ camera })));
    setRunning(false);
  };
  return (
    <section className="staff-page">
      <StaffButton isPrimary isDisabled={isRunning} onPress={() => void run()}>
        {t(isRunning ? 'staff.selfTest.running' : 'staff.selfTest.start')}
      </StaffButton>
      {lines !== undefined && <Lines lines={lines} />}
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly SelfTestLine[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const counts = Object.fromEntries(
    CHECK_RESULTS.map((result) => [result, lines.filter((line) => line.result === result).length]),
  );
  return (
    <>
      <p role="status">{t('staff.selfTest.summary', counts)}</p>
      <ul className="self-test">
        {lines.map((line) => (
          <li key={line.id} data-check={line.id} data-result={line.result}>
            <CheckMark result={line.result} />
            <div>
              <p>
                <strong>{line.title[language]}</strong>
                <span className="check-result"> {t(`staff.selfTest.result.${line.result}`)}</span>
              </p>
              <p>{line.detail[language]}</p>
              {line.advice !== undefined && (
                <p className="check-advice">
                  {t('staff.selfTest.advice', { advice: line.advice[language] })}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
