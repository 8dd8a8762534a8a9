import { useEffect, useMemo, useRef, useState } from 'react';
import type { ShownPolicy } from '../../shared/ipc/policy-verbs.ts';
import { loadFonts } from '../load-fonts.ts';
import type { Language } from '../text/language.ts';
import { catalogues } from '../text/start-texts.ts';
import { type RehearsedLine, rehearsedLines } from './rehearsed-lines.ts';

interface RehearsedWordsProps {
  readonly language: Language;
  readonly policy: ShownPolicy | undefined;
  /** Nobody is before the camera, and nothing on the screen but the scanner. */
  readonly isQuiet: boolean;
}

/** What a line may take; with less time left before the next picture it waits. */
const LINE_MS = 6;
/** However long nothing else is to be done: a visitor who comes meanwhile is not kept waiting. */
const AT_MOST_MS = 20;

/**
 * Lays out the words of answers, unseen, a few at a time and only while nothing else is to be done.
 * The Chinese font comes in pieces and in any weight, and the browser prepares each piece for each
 * size and weight when it first needs it: the first answer would otherwise wait a quarter of a second.
 * It waits while somebody is there, and is gone when it is through.
 */
export function RehearsedWords({ language, policy, isQuiet }: RehearsedWordsProps) {
  const lines = useMemo(
    () => rehearsedLines(catalogues[language], language, policy),
    [language, policy],
  );
  const [laidOut, setLaidOut] = useState<readonly RehearsedLine[]>();
  const isThrough = laidOut === lines;
  const box = useRef<HTMLParagraphElement>(null);
  const next = useRef(0);
  useEffect(() => {
    const element = box.current;
    if (element === null || !isQuiet) return undefined;
    let handle = 0;
    let isStopped = false;
    const rehearse = (idle: IdleDeadline) => {
      const startMs = performance.now();
      // Several between two pictures: each picture in between would cost more than they do.
      do {
        const line = lines[next.current];
        if (line === undefined) {
          setLaidOut(lines);
          return;
        }
        layOut(element, line);
        next.current += 1;
      } while (idle.timeRemaining() > LINE_MS && performance.now() - startMs < AT_MOST_MS);
      handle = requestIdleCallback(rehearse);
    };
    void loadFonts(document.fonts).then(() => {
      if (!isStopped) handle = requestIdleCallback(rehearse);
    });
    return () => {
      isStopped = true;
      cancelIdleCallback(handle);
    };
  }, [lines, isQuiet]);
  if (isThrough) return null;
  return (
    <div className="rehearsed-words" aria-hidden="true">
      <p ref={box} />
    </div>
  );
}

/** By hand: nothing else on the screen changes, and React would go through all of it. */
function layOut(element: HTMLElement, { look, words }: RehearsedLine): void {
  element.className = look;
  element.textContent = words;
  // Asked for its size it is laid out now; the next words take its place before anything is drawn.
  element.getBoundingClientRect();
}
