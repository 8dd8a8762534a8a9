import { useEffect, useEffectEvent } from 'react';
import { actionOf, type DeskAction } from './desk-keys.ts';

/** Listens for the desk's keys on every page, whatever has the focus. */
export function useDeskKeys(run: (action: DeskAction) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const action = event.isComposing ? undefined : actionOf(event);
    if (action === undefined || event.repeat) return;
    // A question mark is a letter to whoever is writing.
    if (event.key === '?' && isWriting(event.target)) return;
    event.preventDefault();
    run(action);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
