import { ipcRenderer } from 'electron';
import { READER_PORT_CHANNEL } from './reader-address.ts';

// The page gets the one port it talks over, and nothing of Electron.
ipcRenderer.on(READER_PORT_CHANNEL, ({ ports }) => {
  window.postMessage(READER_PORT_CHANNEL, window.location.origin, ports);
});
