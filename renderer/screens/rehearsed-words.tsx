import { useEffect, useMemo, useRef, useState } from 'react';
import type { ShownPolicy } from '../../shared/ipc/policy-verbs.ts';
import { loadFonts } from '../load-fonts.ts';
import type { Language } from '../text/language.ts';
import { catalogues } from '../text/start-texts.ts';
import { rehearsedLines } from './rehearsed-lines.ts';

interface RehearsedWordsProps {
  readonly language: Language;
  readonly policy: ShownPolicy | undefined;
  /** Nobody is before the camera, and nothing on the screen but the scanner. */
  readonly isQuiet: boolean;
}

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
  const [next, setNext] = useState(0);
  const line = lines[next];
  const isThrough = line === undefined;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isThrough || !isQuiet) return undefined;
    // Asked for its size it is laid out now; by the next frame other words may have taken its place.
    box.current?.getBoundingClientRect();
    let handle = 0;
    let isStopped = false;
    // The first line waits for the fonts; after that this resolves at once.
    void loadFonts(document.fonts).then(() => {
      if (!isStopped) handle = requestIdleCallback(() => setNext(next + 1));
    });
    return () => {
      isStopped = true;
      cancelIdleCallback(handle);
    };
  }, [next, isThrough, isQuiet]);
  if (line === undefined) return null;
  return (
    <div ref={box} className="rehearsed-words" aria-hidden="true">
      <p className={line.look}>{line.words}</p>
    </div>
  );
}
