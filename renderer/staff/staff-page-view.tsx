import type { StaffPage } from '../text/staff/staff-texts.ts';
import { CameraPage } from './camera-page.tsx';
import { DrivePage } from './drive-page.tsx';
import { LeavePage } from './leave-page.tsx';
import { PrinterPage } from './printer-page.tsx';
import { SelfTestPage } from './self-test-page.tsx';
import { ServicePage } from './service-page.tsx';
import { SetupPage, type SetupPageProps } from './setup-page.tsx';
import { SoundPage } from './sound-page.tsx';
import { StoragePage } from './storage-page.tsx';
import { SyncPage } from './sync-page.tsx';
import { TouchPage } from './touch-page.tsx';

interface StaffPageViewProps {
  readonly page: StaffPage;
  readonly setup: SetupPageProps;
}

/** One page of the menu. */
export function StaffPageView({ page, setup }: StaffPageViewProps) {
  switch (page) {
    case 'setup':
      return <SetupPage {...setup} />;
    case 'sync':
      return <SyncPage />;
    case 'camera':
      return <CameraPage />;
    case 'touch':
      return <TouchPage />;
    case 'sound':
      return <SoundPage />;
    case 'printer':
      return <PrinterPage />;
    case 'service':
      return <ServicePage />;
    case 'drive':
      return <DrivePage />;
    case 'selfTest':
      return <SelfTestPage />;
    case 'storage':
      return <StoragePage />;
    case 'leave':
      return <LeavePage />;
  }
}
