import { type App, Menu } from 'electron';
import type { Log } from '../ports.ts';
import { blockNavigation } from './blocked-navigation.ts';
import { denyPermissionsButCamera } from './camera-permission.ts';
import { closeNetwork, closePeerConnections } from './closed-network.ts';
import { denyDownloads } from './denied-downloads.ts';
import { denyPrompts } from './denied-prompts.ts';
import { denyWebviews } from './denied-webviews.ts';
import { denyNewWindows } from './denied-windows.ts';
import { fixZoom } from './fixed-zoom.ts';
import { forceSandbox } from './forced-sandbox.ts';
import { limitKeyboard } from './keyboard-allow-list.ts';

/**
 * Applies every security rule to every session and every page there will ever be.
 * Must run before the app is ready: Electron security checklist 4 asks for it.
 */
export function hardenApp(app: App, log: Log): void {
  forceSandbox(app);
  app.commandLine.appendSwitch('disable-background-networking');
  Menu.setApplicationMenu(null);
  denyPrompts(app);
  app.on('session-created', (session) => {
    denyPermissionsButCamera(session);
    closeNetwork(session, log);
    denyDownloads(session, log);
  });
  app.on('web-contents-created', (_event, contents) => {
    blockNavigation(contents, log);
    denyNewWindows(contents, log);
    denyWebviews(contents, log);
    closePeerConnections(contents);
    limitKeyboard(contents);
    fixZoom(contents, log);
  });
}
