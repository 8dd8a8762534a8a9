import type { Page } from 'playwright';

/**
 * Puts words into the mouth of the page's reader of frames, so that a test can have thousands of
 * visitors and states without filming each, and notes what loudspeaker and voices are asked for.
 * Everything between is the program's own: the loop, the state, the call to the main process, the
 * screen.
 */

/** What the reader is to find, in the form it reports (renderer/scan/code-reader.ts). */
export interface StagedView {
  readonly text?: string;
  readonly inView: 'nothing' | 'movement' | 'code';
}

// Runs in the page before its own scripts: stands between the page and its worker, its camera, its
// loudspeaker and the system's voices, and notes what they were asked for.
const STAGE = `(() => {
  const corners = [[500, 220], [780, 220], [780, 500], [500, 500]].map(([x, y]) => ({ x, y }));
  const stage = window.stage = { report: undefined, tones: [], loudspeaker: undefined, playsUntilS: 0, voices: [], spoken: [], unplugged: false, frameMs: 250 };
  const later = window.setTimeout.bind(window);
  const elapse = (ms) => new Promise((resolve) => later(resolve, ms));
  const RealWorker = window.Worker;
  window.Worker = class extends RealWorker {
    #handler;
    get onmessage() { return this.#handler; }
    set onmessage(handler) { this.#handler = handler; super.onmessage = handler; }
    postMessage(question, transfer) {
      if (!stage.report) return super.postMessage(question, transfer);
      question.frame.close();
      queueMicrotask(() => this.#handler?.({ data: stage.report }));
    }
  };
  const realCallback = HTMLVideoElement.prototype.requestVideoFrameCallback;
  // Few frames come by themselves, because each costs the machine something; one that matters comes at once.
  let awaited;
  let soon;
  stage.nextFrame = () => {
    clearTimeout(soon);
    const callback = awaited;
    awaited = undefined;
    callback?.(performance.now());
  };
  HTMLVideoElement.prototype.requestVideoFrameCallback = function (callback) {
    if (!stage.report) return realCallback.call(this, callback);
    awaited = callback;
    soon = later(stage.nextFrame, stage.frameMs);
    return 0;
  };
  const realCamera = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = (asked) =>
    stage.unplugged ? Promise.reject(new DOMException('', 'NotFoundError')) : realCamera(asked);
  stage.unplug = () => {
    stage.unplugged = true;
    const [track] = document.querySelector('video').srcObject.getVideoTracks();
    track.stop();
    track.dispatchEvent(new Event('ended'));
  };
  stage.plugIn = () => {
    stage.unplugged = false;
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  };
  const realOscillator = AudioContext.prototype.createOscillator;
  AudioContext.prototype.createOscillator = function () {
    const oscillator = realOscillator.call(this);
    stage.loudspeaker = this;
    const tone = { hz: 0, startS: 0, endS: 0 };
    const start = oscillator.start.bind(oscillator);
    const stop = oscillator.stop.bind(oscillator);
    oscillator.start = (atS) => { tone.hz = oscillator.frequency.value; tone.startS = atS; start(atS); };
    oscillator.stop = (atS) => {
      tone.endS = atS;
      stage.playsUntilS = Math.max(stage.playsUntilS, atS);
      stage.tones.push(tone);
      stop(atS);
    };
    return oscillator;
  };
  stage.hearOut = async () => {
    while (stage.loudspeaker && stage.loudspeaker.currentTime < stage.playsUntilS) await elapse(10);
  };
  speechSynthesis.getVoices = () => stage.voices;
  speechSynthesis.speak = ({ text, voice, volume }) => stage.spoken.push({ text, lang: voice.lang, volume });
  speechSynthesis.cancel = () => stage.spoken.push('silence');
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  stage.setVoices = (voices) => { stage.voices = voices; speechSynthesis.dispatchEvent(new Event('voiceschanged')); };
  stage.show = (view) => {
    stage.report = view && {
      wasRead: true,
      found: view.text === undefined ? undefined : { text: view.text, corners },
      inView: view.inView,
      hasPicture: true,
      noPicture: undefined,
    };
    stage.nextFrame();
  };
  // The page's steady clock can be put ahead, and its ticks, and those of the countdown, come when they
  // are due by it: no test waits.
  // Nothing else is touched: with every timer replaced (Playwright's clock) the page's sign of life
  // hung on one lost timer, and after a minute the program ended the page as one that hangs.
  let aheadMs = 0;
  const steadyMs = performance.now.bind(performance);
  performance.now = () => steadyMs() + aheadMs;
  const ticks = new Map();
  const every = window.setInterval.bind(window);
  const never = window.clearInterval.bind(window);
  window.setInterval = (tick, ms, ...given) => {
    const handle = every(tick, ms, ...given);
    if (ms === 250 || ms === 1000) ticks.set(handle, () => tick(...given));
    return handle;
  };
  window.clearInterval = (handle) => { ticks.delete(handle); never(handle); };
  const realFrame = () => new Promise((resolve) => {
    const video = document.querySelector('video');
    if (!video?.srcObject) return resolve();
    video.requestVideoFrameCallback(() => resolve());
  });
  // Two frames and two ticks go by, as they would have many times over.
  const settle = async () => {
    for (let times = 0; times < 2; times++) {
      if (stage.report) stage.nextFrame();
      else await realFrame();
      await elapse(4);
      for (const tick of [...ticks.values()]) tick();
      await elapse(4);
    }
  };
  stage.pass = async (ms) => {
    await settle();
    // Never so much at once that the camera seems to have stopped.
    for (let leftMs = ms; leftMs > 0; leftMs -= 2000) {
      aheadMs += Math.min(leftMs, 2000);
      await settle();
    }
  };
  const change = (isThere) => new Promise((resolve) => {
    if (isThere()) return resolve();
    const watch = new MutationObserver(() => { if (isThere()) { watch.disconnect(); resolve(); } });
    watch.observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  stage.visit = async (texts, count) => {
    const answer = () => document.querySelector('[data-verdict-code]');
    stage.frameMs = 4;
    for (let index = 0; index < count; index++) {
      stage.show({ text: texts[index % texts.length], inView: 'code' });
      await change(() => answer());
      stage.show({ inView: 'nothing' });
      document.querySelector('[data-action="done"]').click();
      await change(() => !answer());
      // Out of view for long enough to count again.
      aheadMs += 2000;
      stage.tones.length = 0;
    }
    stage.frameMs = 250;
  };
})()`;

/** Makes the page's reader listen to the test; loads the page anew. */
export async function stageView(page: Page): Promise<void> {
  await page.addInitScript(STAGE);
  await page.reload();
  await page.waitForSelector('[data-screen="scan"]');
}

/** From now on the reader finds this in every frame; `undefined` = what is really there. */
export async function showView(page: Page, view: StagedView | undefined): Promise<void> {
  await page.evaluate(`stage.show(${JSON.stringify(view)})`);
}

/** A tone that was asked of the loudspeaker; seconds on its own clock. */
export interface HeardTone {
  readonly hz: number;
  readonly startS: number;
  readonly endS: number;
}

/** What was played since the last time it was asked for. */
export function takeTones(page: Page): Promise<readonly HeardTone[]> {
  return page.evaluate<readonly HeardTone[]>('stage.tones.splice(0)');
}

/**
 * Waits until all that was asked of the loudspeaker has been heard, in real time: visits of a test follow
 * each other faster than any, and tones that would come too late are left out by the program.
 */
export async function hearOut(page: Page): Promise<void> {
  await page.evaluate('stage.hearOut()');
}

/** Lets time pass in the page: it takes a thirtieth of that. */
export async function passTime(page: Page, seconds: number): Promise<void> {
  await page.evaluate(`stage.pass(${seconds * 1_000})`);
}

/** Nobody is there. */
export const EMPTY: StagedView = { inView: 'nothing' };

/** Somebody holds up a code that is read. */
export function heldUp(text: string): StagedView {
  return { text, inView: 'code' };
}
