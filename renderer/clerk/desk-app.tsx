import { useEffect, useState } from 'react';
import type { Terminal } from '../../shared/ipc/contract.ts';
import type { Desk } from '../../shared/ipc/desk-verbs.ts';
import { kioskBridge } from '../kiosk-bridge.ts';
import { DeskScreen } from './desk-screen.tsx';

const UNNAMED: Desk = { deskName: '', choices: null, programVersion: '' };

/** The clerk's desk, once it knows its name and how its clerk likes it. */
export function DeskApp({ terminal }: { readonly terminal: Terminal }) {
  const [desk, setDesk] = useState<Desk>();
  useEffect(() => {
    document.documentElement.dataset.mode = 'desk';
    void kioskBridge()
      .readDesk({})
      .then((reply) => setDesk(reply.ok ? reply.value : UNNAMED));
  }, []);
  return desk === undefined ? null : <DeskScreen terminal={terminal} desk={desk} />;
}
