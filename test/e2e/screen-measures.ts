/**
 * Measured in the page, in CSS pixels. Scripts for `page.evaluate`, because a page of the program
 * lets no other code in.
 */

/** Part of a script: says of which texts a last line is hardly more than one character. */
export const LEFT_OVER = `const isLeftOver = (element) => {
  const range = document.createRange();
  const size = parseFloat(getComputedStyle(element).fontSize);
  const pieces = [];
  // Words only: the circle before a choice is no line of its own.
  for (const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT); walker.nextNode(); ) {
    range.selectNodeContents(walker.currentNode);
    pieces.push(...[...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0));
  }
  const lowest = Math.max(...pieces.map(({ bottom }) => bottom));
  const last = pieces.filter(({ bottom }) => lowest - bottom < size / 2);
  if (last.length === pieces.length) return false;
  const width = Math.max(...last.map(({ right }) => right)) - Math.min(...last.map(({ left }) => left));
  return width < 1.6 * size;
};`;

/** What a picky official with a ruler would find wrong; empty when nothing is. */
export const FAULTS_OF_LAYOUT = `(() => {
  ${LEFT_OVER}
  const faults = [];
  const visible = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && !element.closest('.for-listeners, .rehearsed-words');
  };
  const say = (element, what) => faults.push(what + ': ' + (element.textContent || element.className).slice(0, 40));
  const buttons = [...document.querySelectorAll('button')].filter(visible);
  const boxes = buttons.map((element) => ({ element, box: element.getBoundingClientRect() }));
  const isPortrait = innerHeight > innerWidth;
  for (const { element, box } of boxes) {
    if (box.width < 64 || box.height < 64) say(element, 'touch target under 64');
    if (element.matches('.actions .button') && box.height < 96) say(element, 'main button under 96');
    if (box.top < 0 || box.left < 0 || box.bottom > innerHeight + 0.5 || box.right > innerWidth + 0.5) say(element, 'off the screen');
    if (isPortrait && box.top < innerHeight * 0.55 - 0.5) say(element, 'out of reach');
    if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1) say(element, 'words outgrow the button');
  }
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      const across = Math.max(one.box.left, other.box.left) - Math.min(one.box.right, other.box.right);
      const down = Math.max(one.box.top, other.box.top) - Math.min(one.box.bottom, other.box.bottom);
      if (Math.max(across, down) < 11.5) say(one.element, 'closer than 12 to another button');
      if (across >= 0 && across < 15.5 && down < 0) say(one.element, 'closer than 16 beside another');
    }
  }
  const texts = [...document.querySelectorAll('.kiosk *')].filter((element) => visible(element) &&
    [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''));
  for (const element of texts) {
    const size = parseFloat(getComputedStyle(element).fontSize);
    const scale = element.ownerSVGElement ? element.getScreenCTM().a : 1;
    if (size * scale < 23.9 && !element.matches('.pictogram-label')) say(element, 'text of ' + size * scale);
    if (element.matches('.answer-headline') && size < 72) say(element, 'verdict of ' + size);
    const box = element.getBoundingClientRect();
    if (box.left < -0.5 || box.right > innerWidth + 0.5) say(element, 'beyond the edge');
    if (element.matches('.answer-headline, .next-step, .scan-title, .scan-promises, .page-title, .page-lead, .page-section, .level-meaning, .grade-name, .grade-meaning, .side-note, .service-title, .service-perks, .service-items li, .service-group-title, .certificate-details dd, .verdict-notes li') && isLeftOver(element)) say(element, 'a character left over');
    const side = element.closest('.side');
    if (side && box.right > side.getBoundingClientRect().right + 0.5) say(element, 'beyond its column');
    if (element.closest('.stage') && !element.ownerSVGElement) {
      const stage = document.querySelector('.stage').getBoundingClientRect();
      if (box.bottom > stage.bottom + 0.5 || box.top < stage.top - 0.5) say(element, 'beyond the stage');
    }
  }
  const blocks = ['.demo-banner', '.stage', '.side-frame', '.status-line', '.actions', '.bottom-row', '.kiosk > .certificate-details .holder-name', '.answer-headline']
    .flatMap((selector) => [...document.querySelectorAll(selector)].filter(visible).map((element) => ({ selector, element, box: element.getBoundingClientRect() })));
  for (const [index, one] of blocks.entries()) {
    for (const other of blocks.slice(index + 1)) {
      if (one.element.contains(other.element) || (one.selector === '.stage' && other.selector.includes('details'))) continue;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (across > 1 && down > 1) faults.push('overlap: ' + one.selector + ' and ' + other.selector);
    }
  }
  const side = document.querySelector('.side');
  if (side && side.getBoundingClientRect().height < 96) faults.push('room for details: ' + side.getBoundingClientRect().height);
  return faults;
})()`;

/** Names of the accessibility rules that are broken, with the first place of each. */
export const FAULTS_OF_ACCESS = `axe.run(document, {
  resultTypes: ['violations'],
  preload: false,
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.target.join(' ') + ' ' + (node.any[0]?.message ?? '')).slice(0, 3).join(' | ')))`;
