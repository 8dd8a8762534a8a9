import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { SlipPaper } from '../../shared/ipc/desk-verbs.ts';
import { kioskBridge } from '../kiosk-bridge.ts';
import { wordsOf } from '../screens/answer-words.ts';
import { lookOf } from '../screens/look.ts';
import type { Answer, KioskState, SlipOutcome } from '../state/kiosk-state.ts';
import { receiptNumber } from './receipt.ts';
import { openWindows, Slip } from './slip.tsx';
import { slipLength } from './slip-length.ts';

/** A picture takes a hundredth of it. */
const PICTURE_LIMIT_MS = 1_000;

interface VisitorSlipProps {
  readonly answer: Answer;
  readonly paper: SlipPaper;
  readonly state: Pick<KioskState, 'terminal' | 'language'>;
  readonly onEnd: (outcome: SlipOutcome) => void;
}

/**
 * Prints the slip of an answer: it is on the page only while it is printed, seen by nobody. It leaves
 * the grade off, because slips lie about.
 */
export function VisitorSlip({ answer, paper, state, onEnd }: VisitorSlipProps) {
  const { t } = useTranslation();
  const sheet = useRef<HTMLDivElement>(null);
  const isSent = useRef(false);
  useLayoutEffect(() => {
    if (isSent.current || sheet.current === null) return;
    isSent.current = true;
    const lengthMillimetres = slipLength(sheet.current.offsetHeight);
    void picturesDrawn(sheet.current)
      .then(() => kioskBridge().printVisitorSlip({ lengthMillimetres }))
      .then((reply) => onEnd(reply.ok && reply.value === 'sent' ? 'printed' : 'failed'));
  }, [onEnd]);
  const { content } = answer;
  if (content.kind !== 'verdict' || content.verdict.outcome === 'not-a-certificate') return null;
  const { verdict } = content;
  const { terminal, language } = state;
  return createPortal(
    <div className="slip-print slip-measured" aria-hidden="true">
      <div ref={sheet}>
        <Slip
          paper={paper}
          language={language}
          content={{
            ...wordsOf(content, t, language),
            hallName: terminal.hallName,
            note: terminal.slipNote,
            look: lookOf(content),
            certificate: verdict.certificate,
            hasGrade: false,
            windows: openWindows(verdict),
            at: verdict.at,
            place: { kind: 'terminal', name: terminal.terminalName },
            receipt: receiptNumber({ at: verdict.at, id: answer.scan }),
            isDemo: verdict.trust.domain === 'demo',
          }}
        />
      </div>
    </div>,
    document.body,
  );
}

/** The hall's logo is drawn before the paper is, but no visitor waits long for it. */
function picturesDrawn(sheet: HTMLElement): Promise<unknown> {
  const drawn = [...sheet.querySelectorAll('img')].map((picture) => picture.decode());
  const enough = new Promise((resolve) => window.setTimeout(resolve, PICTURE_LIMIT_MS));
  return Promise.race([Promise.allSettled(drawn), enough]);
}
