import { contextBridge, ipcRenderer } from 'electron';
import { buildBridge } from './ipc/bridge.ts';

// Electron security checklist 20: named functions only, never ipcRenderer itself.
contextBridge.exposeInMainWorld(
  'kiosk',
  buildBridge((channel, request) => ipcRenderer.invoke(channel, request)),
);
