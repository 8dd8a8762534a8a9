import '@fontsource/jetbrains-mono/latin-400.css';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/camera-picture.css';
import './styles/live-view.css';
import './styles/answer.css';
import './styles/answer-side.css';
import './styles/controls.css';
import './styles/hall-logo.css';
import './styles/desk/tokens.css';
import './styles/desk/layout.css';
import './styles/desk/controls.css';
import './styles/desk/looks.css';
import './styles/desk/scan-list.css';
import './styles/desk/detail.css';
import './styles/desk/tables.css';
import './styles/desk/slip.css';
import './styles/desk/scanner.css';
import './styles/desk/customer.css';
import './styles/staff.css';
import './styles/staff-controls.css';
import './styles/staff-setup.css';
import './styles/pages.css';
import { createRoot } from 'react-dom/client';
import { DEFAULT_CAMERA_SETTINGS } from '../shared/ipc/camera-settings.ts';
import type { Terminal } from '../shared/ipc/contract.ts';
import { DEFAULT_WEDGE_SETTINGS } from '../shared/ipc/wedge-settings.ts';
import { blockGestures } from './block-gestures.ts';
import { loadChineseFont } from './chinese-font.ts';
import { CustomerApp } from './clerk/customer/customer-app.tsx';
import { DeskApp } from './clerk/desk-app.tsx';
import { HallLogoContext } from './hall-logo.tsx';
import { KioskApp } from './kiosk-app.tsx';
import { kioskBridge } from './kiosk-bridge.ts';
import { loadFonts } from './load-fonts.ts';
import { tellAlive } from './tell-alive.ts';
import { TerminalRoot } from './terminal-root.tsx';
import { startTexts, switchLanguage } from './text/start-texts.ts';

/** Shown with when the main process does not say what this terminal is; scanning still works. */
const PLAIN_TERMINAL: Terminal = {
  mode: 'kiosk',
  hallName: '',
  language: 'zh-CN',
  terminalName: '',
  visitorPaper: 'none',
  slipNote: '',
  verdictSeconds: 30,
  foreignCodeSeconds: 8,
  rearmMilliseconds: 1_500,
  soundVolume: 60,
  hideLowGradesInPublic: false,
  helpWindow: '',
  outOfOrder: false,
  camera: DEFAULT_CAMERA_SETTINGS,
  cameraPlace: 'unknown',
  wedge: DEFAULT_WEDGE_SETTINGS,
};

async function startKiosk(): Promise<void> {
  const bridge = kioskBridge();
  const [reply, logo] = await Promise.all([
    bridge.readTerminal({}),
    bridge.readHallLogo({}),
    loadChineseFont(document.fonts),
  ]);
  const terminal = reply.ok ? reply.value : PLAIN_TERMINAL;
  await startTexts(terminal.language);
  await switchLanguage(terminal.language);
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no root element');
  const App = terminal.mode === 'kiosk' ? KioskApp : DeskApp;
  // At a desk files are dropped and texts selected.
  if (App !== DeskApp) blockGestures(document);
  // The window that faces a desk's visitor has the same address but for its hash.
  const isForVisitor = terminal.mode === 'desk' && window.location.hash === '#customer';
  // A window beside the main one must not speak for it.
  if (!isForVisitor) tellAlive(document);
  createRoot(root).render(
    <HallLogoContext value={logo.ok ? logo.value : null}>
      {isForVisitor ? (
        <CustomerApp terminal={terminal} />
      ) : (
        <TerminalRoot terminal={terminal} App={App} />
      )}
    </HallLogoContext>,
  );
  void loadFonts(document.fonts);
}

void startKiosk();
