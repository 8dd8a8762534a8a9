import { useTranslation } from 'react-i18next';
import type { CameraPlace } from '../../shared/ipc/camera-settings.ts';
import type { TrustState } from '../../shared/ipc/contract.ts';
import type { Hint } from '../state/attention.ts';
import type { Words } from '../text/catalogue.ts';
import type { Language } from '../text/language.ts';
import { HintPictogram } from './shapes/hint-pictogram.tsx';
import { TrustLine } from './trust-line.tsx';

interface ScanSideProps {
  readonly words: Words;
  readonly trust: TrustState | undefined;
  readonly language: Language;
  readonly hint: Hint;
  readonly cameraPlace: CameraPlace;
  /** The code in view was answered already. */
  readonly isRepeat: boolean;
  /** Something code-like is in view: the pictogram has done its work. */
  readonly isCodeInView: boolean;
}

/** What stands beside the live view: how to hold the phone, and that nothing is kept. */
export function ScanSide(props: ScanSideProps) {
  const { t } = useTranslation();
  const { words, hint, trust } = props;
  return (
    <div className="scan-side" data-code-in-view={props.isCodeInView}>
      <h1 className="scan-title">{words.headline}</h1>
      <p className="scan-distance">{props.isRepeat ? t('scan.alreadyChecked') : words.nextStep}</p>
      <HintPictogram hint={hint} place={props.cameraPlace} />
      <ul className="scan-promises">
        <li>{t('scan.noLogin')}</li>
        <li>{t('scan.privacy')}</li>
      </ul>
      <TrustLine trust={trust} language={props.language} />
    </div>
  );
}
