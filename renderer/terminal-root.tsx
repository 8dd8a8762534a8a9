import { type ComponentType, useCallback, useEffect, useState } from 'react';
import type { Terminal } from '../shared/ipc/contract.ts';
import { kioskBridge } from './kiosk-bridge.ts';
import { watchHiddenGesture } from './staff/hidden-gesture.ts';
import { RefusalScreen } from './staff/refusal-screen.tsx';
import { StaffApp } from './staff/staff-app.tsx';
import { switchLanguage } from './text/start-texts.ts';

interface TerminalRootProps {
  readonly terminal: Terminal;
  /** The kiosk or the desk. */
  readonly App: ComponentType<{ readonly terminal: Terminal }>;
}

/**
 * What this terminal is at the moment: a kiosk, a desk, or the staff's menu. The menu takes the place
 * of the rest: the camera is free for its own page, and nothing is scanned behind it.
 */
export function TerminalRoot({ terminal: started, App }: TerminalRootProps) {
  const [terminal, setTerminal] = useState(started);
  const [isStaff, setStaff] = useState(false);
  useEffect(() => {
    if (terminal.refusal !== undefined) return undefined;
    return watchHiddenGesture(document, () => setStaff(true));
  }, [terminal.refusal]);
  const leaveStaff = useCallback(() => {
    void kioskBridge()
      .readTerminal({})
      .then(async (reply) => {
        const next = reply.ok ? reply.value : terminal;
        await switchLanguage(next.language);
        setTerminal(next);
        setStaff(false);
      });
  }, [terminal]);
  if (terminal.refusal !== undefined) return <RefusalScreen />;
  if (isStaff) return <StaffApp onLeave={leaveStaff} />;
  return <App terminal={terminal} />;
}
