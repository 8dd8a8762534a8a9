import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { HallLogoPicture } from '../hall-logo.tsx';
import { TrustLine } from '../screens/trust-line.tsx';
import { BatchPage } from './batch/batch-page.tsx';
import { CheckPage } from './check/check-page.tsx';
import { useDesk } from './desk-context.ts';
import { DESK_KEYS, type DeskAction } from './desk-keys.ts';
import { DESK_PAGES, type DeskPage } from './desk-state.ts';
import { HistoryPage } from './history/history-page.tsx';
import { HotkeyPage } from './keys/hotkey-page.tsx';
import { PolicyPage } from './policy/policy-page.tsx';
import { ScannerPage } from './scanner/scanner-page.tsx';

const OPENED_BY: Readonly<Record<DeskPage, DeskAction>> = {
  check: 'open-check',
  batch: 'open-batch',
  history: 'open-history',
  policy: 'open-policy',
  scanner: 'open-scanner',
  keys: 'open-keys',
};

/** The pages under their tabs; each tab names its key. */
export function DeskPages() {
  const { t } = useTranslation();
  const { terminal, state, trust, dispatch } = useDesk();
  return (
    <Tabs
      className="desk-pages"
      selectedKey={state.page}
      onSelectionChange={(key) => {
        const page = DESK_PAGES.find((candidate) => candidate === key);
        if (page !== undefined) dispatch({ type: 'page-opened', page });
      }}
    >
      <header className="desk-header">
        <div className="desk-hall">
          <HallLogoPicture hallName={terminal.hallName} />
          <h1 className="desk-name">
            {[terminal.hallName, state.deskName].filter((part) => part !== '').join(' · ') ||
              t('desk.title')}
          </h1>
        </div>
        <TabList className="desk-tabs" aria-label={t('desk.title')}>
          {DESK_PAGES.map((page) => (
            <Tab key={page} id={page} className="desk-tab">
              {t(`desk.pages.${page}`)}
              <kbd>{DESK_KEYS[OPENED_BY[page]].label}</kbd>
            </Tab>
          ))}
        </TabList>
        <TrustLine trust={trust} language={state.choices.language} />
      </header>
      <TabPanel id="check" className="desk-panel">
        <CheckPage />
      </TabPanel>
      <TabPanel id="batch" className="desk-panel">
        <BatchPage />
      </TabPanel>
      <TabPanel id="history" className="desk-panel">
        <HistoryPage />
      </TabPanel>
      <TabPanel id="policy" className="desk-panel">
        <PolicyPage />
      </TabPanel>
      <TabPanel id="scanner" className="desk-panel">
        <ScannerPage />
      </TabPanel>
      <TabPanel id="keys" className="desk-panel">
        <HotkeyPage />
      </TabPanel>
    </Tabs>
  );
}
