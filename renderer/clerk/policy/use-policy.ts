import { useEffect, useState } from 'react';
import type { ShownPolicy } from '../../../shared/ipc/policy-verbs.ts';
import { kioskBridge } from '../../kiosk-bridge.ts';

/** The signed policy as it is now; `null` when there is none, `undefined` until the first reply. */
export function usePolicy(): ShownPolicy | null | undefined {
  const [policy, setPolicy] = useState<ShownPolicy | null>();
  useEffect(() => {
    let isMounted = true;
    void kioskBridge()
      .readPolicy({})
      .then((reply) => {
        if (isMounted) setPolicy(reply.ok ? reply.value : null);
      });
    return () => {
      isMounted = false;
    };
  }, []);
  return policy;
}
