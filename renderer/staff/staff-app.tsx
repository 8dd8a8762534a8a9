import { useCallback, useState } from 'react';
import { kioskBridge } from '../kiosk-bridge.ts';
import { PinScreen } from './pin-screen.tsx';
import { StaffMenu } from './staff-menu.tsx';
import { useIdleClose } from './use-idle-close.ts';

/** The staff's part of the terminal: the PIN, then the menu; back to the kiosk after a minute. */
export function StaffApp({ onLeave }: { readonly onLeave: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => {
    void kioskBridge().closeStaff({});
    onLeave();
  }, [onLeave]);
  const secondsLeft = useIdleClose(close);
  if (!isOpen) return <PinScreen onOpened={() => setOpen(true)} onLeave={close} />;
  return <StaffMenu close={close} secondsLeft={secondsLeft} />;
}
