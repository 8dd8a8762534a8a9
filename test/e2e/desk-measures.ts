import { LEFT_OVER } from './screen-measures.ts';

/** Measured in the page, in CSS pixels, as a script for `page.evaluate`. */

/**
 * Waits until a page whose window changed has laid itself out: a table measures its room in one frame of
 * the screen, gives its columns their widths in the next, and what depends on them follows.
 */
export const LAID_OUT = `(async () => {
  for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
})()`;

/** What does not hold of a desk: sizes of text and of what is clicked, words cut off, things beside the edge. */
export const FAULTS_OF_DESK = `(() => {
  ${LEFT_OVER}
  const faults = [];
  const say = (element, what) => faults.push(what + ': ' + (element.className || element.tagName) + ' ' + (element.textContent || '').slice(0, 40));
  const visible = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && !element.closest('.for-listeners, .slip-print') && getComputedStyle(element).visibility === 'visible';
  };
  const compact = document.documentElement.dataset.density === 'compact';
  for (const element of [...document.querySelectorAll('button, input, [role="tab"], [role="row"][data-key]')].filter(visible)) {
    const box = element.getBoundingClientRect();
    if (box.height < 24 && element.type !== 'radio') say(element, 'target of ' + box.height);
    if (element.tagName === 'BUTTON' && element.scrollWidth > element.clientWidth + 1) say(element, 'words outgrow the button');
    if (box.right > innerWidth + 0.5 || box.left < -0.5) say(element, 'beyond the edge');
  }
  const texts = [...document.querySelectorAll('.desk *')].filter((element) => visible(element) && !element.closest('.slip, svg') &&
    [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''));
  for (const element of texts) {
    const size = parseFloat(getComputedStyle(element).fontSize);
    if (size < (element.tagName === 'KBD' ? 11 : compact ? 12 : 13)) say(element, 'text of ' + size);
    const box = element.getBoundingClientRect();
    if (box.right > innerWidth + 0.5) say(element, 'beyond the edge');
    if (isLeftOver(element)) say(element, 'a character left over');
    const cell = getComputedStyle(element);
    if (element.matches('h1, h2, [role="tab"], dt, label') && element.scrollWidth > element.clientWidth + 1 && cell.overflow === 'hidden') say(element, 'cut off');
  }
  const status = document.querySelector('.desk-status');
  if (status && status.getBoundingClientRect().bottom > innerHeight + 0.5) faults.push('the row of switches is off the window');
  const bar = [...document.querySelectorAll('.desk-status > *')].filter(visible).map((part) => part.getBoundingClientRect());
  if (bar.some(({ top }) => top > bar[0].bottom)) faults.push('the row of switches takes two rows');
  if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
  return faults;
})()`;

/** What does not hold of the slip in the preview, whose millimetres are those of the paper. */
export const FAULTS_OF_SLIP = `(() => {
  ${LEFT_OVER}
  const faults = [];
  const slip = document.querySelector('.desk-slip-paper .slip');
  const paper = slip.getBoundingClientRect();
  for (const element of slip.querySelectorAll('*')) {
    const box = element.getBoundingClientRect();
    if (box.left < paper.left - 0.5 || box.right > paper.right + 0.5) faults.push('beyond the paper: ' + element.textContent.slice(0, 40));
    if (element.matches('p, h2, h3, dt, dd') && isLeftOver(element)) faults.push('a character left over: ' + element.textContent);
    if (element.tagName === 'DT' && box.height > 2.5 * parseFloat(getComputedStyle(element).lineHeight) * (paper.width / slip.offsetWidth)) faults.push('a name over more than two lines: ' + element.textContent);
  }
  const a4 = 297 / 25.4 * 96;
  if (slip.dataset.paper === 'a4' && slip.offsetHeight > a4 + 1) faults.push('more than a sheet: ' + slip.offsetHeight);
  return faults;
})()`;
