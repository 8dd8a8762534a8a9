// A bare window with the camera's live picture: the smallest program that shows what Chromium
// really delivers. The test reads the pixels and decodes them on its own side.
const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 640, height: 400, show: true });
  return window.loadFile(`${__dirname}/viewer.html`);
});
