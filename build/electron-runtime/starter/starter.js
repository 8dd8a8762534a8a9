// Runs inside the offline copy of Electron only: starts the application folder named on the
// command line, as the starter of an official Electron would.
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  process.stderr.write('Name the folder of an application: electron FOLDER\n');
  app.exit(2);
} else {
  const application = resolve(folder);
  const manifest = JSON.parse(readFileSync(join(application, 'package.json'), 'utf8'));
  // What the application asks Electron about itself must be about it, not about this starter.
  process.defaultApp = true;
  app.setName(manifest.productName ?? manifest.name);
  if (manifest.version !== undefined) app.setVersion(manifest.version);
  app.setAppPath(application);
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', join(app.getPath('appData'), app.getName()));
  }
  require(join(application, manifest.main));
}
