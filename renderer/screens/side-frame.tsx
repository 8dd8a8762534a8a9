import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

interface SideFrameProps {
  /** Changes with the screen: each begins at its top. */
  readonly screen: string;
  readonly children: ReactNode;
}

/** Pixels below the fold that are worth a button. */
const WORTH_A_BUTTON = 8;

/** Where details stand: what does not fit can be scrolled to, and a button says that it goes on. */
export function SideFrame({ screen, children }: SideFrameProps) {
  const { t } = useTranslation();
  const side = useRef<HTMLElement>(null);
  const [goesOn, setGoesOn] = useState(false);
  const [overflows, setOverflows] = useState(false);
  const measure = useCallback(() => {
    if (side.current === null) return;
    const { scrollHeight, clientHeight, scrollTop } = side.current;
    // The button takes room itself: what would fit without it needs none.
    const fits = scrollHeight <= roomFor(side.current);
    setGoesOn(!fits && scrollHeight - clientHeight - scrollTop > WORTH_A_BUTTON);
    setOverflows(!fits && scrollHeight > clientHeight);
  }, []);
  useEffect(() => {
    if (side.current === null) return undefined;
    const watch = new ResizeObserver(measure);
    watch.observe(side.current);
    for (const child of side.current.children) watch.observe(child);
    measure();
    return () => watch.disconnect();
  });
  return (
    <div className="side-frame" data-goes-on={goesOn}>
      <section
        key={screen}
        ref={side}
        className="side"
        onScroll={measure}
        {...(overflows ? { tabIndex: 0, role: 'region', 'aria-label': t('page.more') } : {})}
      >
        {children}
      </section>
      {goesOn && (
        <Button className="button see-more" onPress={() => scrollOn(side.current)}>
          {t('page.more')}
        </Button>
      )}
    </div>
  );
}

/** Pixels of height there are when nothing but the details stands in the frame. */
function roomFor(side: HTMLElement): number {
  const frame = side.parentElement;
  if (frame === null) return side.clientHeight;
  const { paddingTop, paddingBottom } = getComputedStyle(frame);
  return frame.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
}

function scrollOn(side: HTMLElement | null): void {
  side?.scrollBy({ top: side.clientHeight * 0.8 });
}
