import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { VerdictCode } from '../../../shared/verify/verdict.ts';
import { LOOK_OF_CODE } from '../../screens/look.ts';
import { VerdictShape } from '../../screens/shapes/verdict-shape.tsx';
import { useDesk } from '../desk-context.ts';
import { TRAINING_CODES, trainingVerdict } from './training-verdict.ts';

/** Every verdict to look at in peace. None leaves this page: nothing is sent, counted or logged. */
export function TrainingPanel() {
  const { t } = useTranslation();
  const { dispatch } = useDesk();
  const show = (code: VerdictCode) => {
    const at = Math.floor(Date.now() / 1_000);
    const content = { kind: 'verdict', verdict: trainingVerdict(code, at) } as const;
    dispatch({ type: 'scan-answered', scan: { at, source: 'training', content } });
  };
  return (
    <div className="desk-training">
      <h2>{t('desk.training.title')}</h2>
      <p className="desk-hint">{t('desk.training.hint')}</p>
      <ul>
        {TRAINING_CODES.map((code) => (
          <li key={code}>
            <Button
              className="desk-sample"
              data-look={LOOK_OF_CODE[code]}
              onPress={() => show(code)}
            >
              <span className="desk-row-shape">
                <VerdictShape look={LOOK_OF_CODE[code]} />
              </span>
              {code === 'not-a-certificate'
                ? t('foreign.url.headline')
                : t(`verdict.${code}.headline`)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
