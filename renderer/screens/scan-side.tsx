import { useTranslation } from 'react-i18next';
import type { CameraPlace } from '../../shared/ipc/camera-settings.ts';
import type { TrustState } from '../../shared/ipc/contract.ts';
import type { Hint } from '../state/attention.ts';
import { type ScannerViewSource, useScannerView } from '../state/scanner-view.ts';
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
  readonly view: ScannerViewSource;
}

/** What stands beside the live view: how to hold the phone, and that nothing is kept. */
export function ScanSide(props: ScanSideProps) {
  const { t } = useTranslation();
  const { words, hint, trust, view } = props;
  const isRepeat = useScannerView(view, (seen) => seen.isRepeat);
  // Something code-like is in view: the pictogram has done its work.
  const isCodeInView = useScannerView(view, ({ corners }) => corners.length > 0);
  return (
    <div className="scan-side" data-code-in-view={isCodeInView}>
      <h1 className="scan-title">{words.headline}</h1>
      <p className="scan-distance">{isRepeat ? t('scan.alreadyChecked') : words.nextStep}</p>
      <HintPictogram hint={hint} place={props.cameraPlace} />
      <ul className="scan-promises">
        <li>{t('scan.noLogin')}</li>
        <li>{t('scan.privacy')}</li>
      </ul>
      <TrustLine trust={trust} language={props.language} />
    </div>
  );
}
