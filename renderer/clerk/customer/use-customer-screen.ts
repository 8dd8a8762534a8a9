import { type Dispatch, useEffect, useEffectEvent, useRef } from 'react';
import * as v from 'valibot';
import { type DeskEvent, type DeskScan, type DeskState, shownScan } from '../desk-state.ts';
import { CUSTOMER_CHANNEL, CustomerNews, type ShownToCustomer } from './customer-news.ts';

/** Tells the visitor's window what the desk shows, whenever that changes or the window asks. */
export function useCustomerScreen(state: DeskState, dispatch: Dispatch<DeskEvent>): void {
  const channel = useRef<BroadcastChannel>(undefined);
  const news = newsOf(state);
  const tell = useEffectEvent(() => channel.current?.postMessage(news));
  const hear = useEffectEvent((data: unknown) => {
    const heard = v.safeParse(CustomerNews, data);
    if (!heard.success) return;
    if (heard.output.kind === 'hello') tell();
    if (heard.output.kind === 'goodbye') dispatch({ type: 'customer-placed', place: 'closed' });
  });
  useEffect(() => {
    const opened = new BroadcastChannel(CUSTOMER_CHANNEL);
    channel.current = opened;
    opened.addEventListener('message', (event) => hear(event.data));
    return () => opened.close();
  }, []);
  const key = JSON.stringify(news);
  useEffect(() => {
    if (key !== '') tell();
  }, [key]);
}

/** Behind the lock the visitor's window is empty, too. */
function newsOf(state: DeskState): ShownToCustomer {
  const scan = state.isLocked ? undefined : shownScan(state);
  return {
    kind: 'show',
    language: state.choices.language,
    isTraining: state.isTraining,
    answer: scan === undefined ? null : answerTo(scan),
  };
}

/** That a file or a scanner could not be read is the clerk's business alone. */
function answerTo({ id, content }: DeskScan): ShownToCustomer['answer'] {
  const isForClerk = content.kind === 'file-refused' || content.kind === 'wedge-problem';
  return isForClerk ? null : { scan: id, content };
}
