// The portal works without this file; with it an access code can be looked at while it is typed,
// and a live code renews itself.

for (const button of document.querySelectorAll('[data-reveals]')) letReveal(button);

const live = document.querySelector('[data-live]');
if (live !== null) keepLive(live);

/** Lets a button show and hide what was typed into a field. */
function letReveal(button) {
  const field = document.getElementById(button.dataset.reveals);
  const names = { password: button.textContent, text: button.dataset.conceal };
  button.hidden = false;
  button.addEventListener('click', () => {
    field.type = field.type === 'password' ? 'text' : 'password';
    button.textContent = names[field.type];
    button.setAttribute('aria-pressed', String(field.type === 'text'));
  });
}

/** Renews the code before it ends, and takes it away when that was not possible. */
function keepLive(panel) {
  const RENEW_WITH_SECONDS_LEFT = 20;
  const RETRY_MS = 3_000;
  const part = (selector) => panel.querySelector(selector);
  const code = part('.qr');
  let endsAt = Date.now() + Number(panel.dataset.live) * 1_000;
  let askedAt = Date.now();
  let asking = false;

  part('.left').hidden = false;
  part('.renews-itself').hidden = false;
  part('.without-script').hidden = true;
  part('.renew').addEventListener('click', (event) => {
    event.preventDefault();
    void renew();
  });
  // Back from another app: the clock went on while nothing here did.
  document.addEventListener('visibilitychange', tick);
  setInterval(tick, 250);
  tick();

  function tick() {
    const seconds = Math.max(0, Math.ceil((endsAt - Date.now()) / 1_000));
    part('.seconds').textContent = String(seconds);
    part('.stale').hidden = seconds > 0;
    // An ended code is not shown: somebody would hold it before a camera.
    code.classList.toggle('ended', seconds === 0);
    const isDue = seconds <= RENEW_WITH_SECONDS_LEFT && Date.now() - askedAt >= RETRY_MS;
    if (isDue && document.visibilityState === 'visible') void renew();
  }

  async function renew() {
    if (asking) return;
    asking = true;
    askedAt = Date.now();
    try {
      const answer = await fetch('/show/code', { headers: { Accept: 'application/json' } });
      // Signed out, or no certificate any more: the page itself says what is the matter.
      if (answer.status === 401 || answer.status === 404) location.reload();
      if (answer.ok) apply(await answer.json());
    } catch {
      // No connection: the next tick tries again, and says so once the code has ended.
    } finally {
      asking = false;
    }
  }

  function apply({ side, path, until, seconds }) {
    code.setAttribute('viewBox', `0 0 ${side} ${side}`);
    code.firstElementChild.setAttribute('d', `M0 0h${side}v${side}H0z`);
    part('.qr-modules').setAttribute('d', path);
    part('.until').textContent = until;
    // Counted from when it was asked for: the answer's way here is not valid time.
    endsAt = askedAt + seconds * 1_000;
    tick();
  }
}
