import { useDesk } from '../desk-context.ts';
import { shownScan } from '../desk-state.ts';
import { SlipPane } from '../slip/slip-pane.tsx';
import { TrainingPanel } from '../training/training-panel.tsx';
import { CameraPane } from './camera-pane.tsx';
import { EmptyDetail } from './empty-detail.tsx';
import { ScanDetail } from './scan-detail.tsx';
import { ScanEntry } from './scan-entry.tsx';
import { ScanList } from './scan-list.tsx';

/** One column of this sitting's scans, one pane with the chosen one. */
export function CheckPage() {
  const { state } = useDesk();
  const scan = shownScan(state);
  return (
    <div className="desk-check">
      <aside className="desk-column">
        <ScanEntry />
        {state.isCameraOn && <CameraPane />}
        <ScanList />
      </aside>
      <section className="desk-detail" aria-live="polite">
        {scan === undefined && (state.isTraining ? <TrainingPanel /> : <EmptyDetail />)}
        {scan !== undefined && !state.isSlipShown && <ScanDetail scan={scan} />}
        {scan !== undefined && state.isSlipShown && <SlipPane scan={scan} />}
      </section>
    </div>
  );
}
