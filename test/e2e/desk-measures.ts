/** Measured in the page, in CSS pixels, as a script for `page.evaluate`. */

/** What does not hold of a desk: sizes of text and of what is clicked, words cut off, things beside the edge. */
export const FAULTS_OF_DESK = `(() => {
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
