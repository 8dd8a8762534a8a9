import type { App } from 'electron';

/**
 * Against escapes from a kiosk: prompts of the browser itself. A certificate error stays an error,
 * and nobody is ever asked for a password or a client certificate.
 */
export function denyPrompts(app: App): void {
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault();
    callback(false);
  });
  app.on('select-client-certificate', (event, _contents, _url, _list, callback) => {
    event.preventDefault();
    // Called without a certificate, Chromium goes on without one.
    callback();
  });
  app.on('login', (event, _contents, _details, _authInfo, callback) => {
    event.preventDefault();
    callback();
  });
}
