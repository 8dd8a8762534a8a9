import { useTranslation } from 'react-i18next';
import type { TrustState } from '../../shared/ipc/contract.ts';
import type { CameraState } from '../state/kiosk-state.ts';
import type { Language } from '../text/language.ts';
import { PhonePictogram } from './shapes/phone-pictogram.tsx';
import { TrustLine } from './trust-line.tsx';

interface ScanSideProps {
  readonly camera: CameraState;
  readonly trust: TrustState | undefined;
  readonly language: Language;
  /** The code in view was answered already. */
  readonly isRepeat: boolean;
  /** Something code-like is in view: the pictogram has done its work. */
  readonly isCodeInView: boolean;
}

/** What stands beside the live view: how to hold the phone, and that nothing is kept. */
export function ScanSide(props: ScanSideProps) {
  const { t } = useTranslation();
  return (
    <section className="side scan-side" data-code-in-view={props.isCodeInView}>
      <h1 className="scan-title">
        {props.camera.status === 'starting' ? t('scan.starting') : t('scan.title')}
      </h1>
      <p className="scan-distance">
        {props.isRepeat ? t('scan.alreadyChecked') : t('scan.distance')}
      </p>
      <PhonePictogram />
      <ul className="scan-promises">
        <li>{t('scan.noLogin')}</li>
        <li>{t('scan.privacy')}</li>
      </ul>
      <TrustLine trust={props.trust} language={props.language} />
    </section>
  );
}
