import { useTranslation } from 'react-i18next';
import type { CameraProblem } from '../scan/camera-problem.ts';

/** Words for a terminal without a picture; it goes on trying by itself. */
export function CameraUnavailableSide({ problem }: { readonly problem: CameraProblem }) {
  const { t } = useTranslation();
  return (
    <section className="side">
      <p className="next-step">{t(`camera.${problem}.nextStep`)}</p>
      <p className="side-note">{t('action.retrying')}</p>
    </section>
  );
}
