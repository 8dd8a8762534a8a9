import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as v from 'valibot';
import type { Terminal } from '../../../shared/ipc/contract.ts';
import { HallLogoPicture } from '../../hall-logo.tsx';
import { AnswerDetails } from '../../screens/answer-details.tsx';
import { AnswerSide } from '../../screens/answer-side.tsx';
import { AnswerStage } from '../../screens/answer-stage.tsx';
import { wordsOf } from '../../screens/answer-words.ts';
import { lookOf } from '../../screens/look.ts';
import { SideFrame } from '../../screens/side-frame.tsx';
import { switchLanguage } from '../../text/start-texts.ts';
import { CUSTOMER_CHANNEL, CustomerNews, type ShownToCustomer } from './customer-news.ts';

/** The window that faces the visitor: the kiosk's answer, and between visitors how to get one. */
export function CustomerApp({ terminal }: { readonly terminal: Terminal }) {
  const { t } = useTranslation();
  const news = useDeskNews();
  const language = news?.language ?? terminal.language;
  useEffect(() => {
    void switchLanguage(language);
  }, [language]);
  const answer = news?.answer ?? undefined;
  const isDemo =
    answer?.content.kind === 'verdict' && answer.content.verdict.trust.domain === 'demo';
  return (
    <main
      className="kiosk customer"
      data-customer={answer === undefined ? 'waiting' : 'answer'}
      data-look={answer === undefined ? undefined : lookOf(answer.content)}
      data-verdict-outcome={
        answer?.content.kind === 'verdict' ? answer.content.verdict.outcome : undefined
      }
    >
      {news?.isTraining === true && <p className="demo-banner">{t('desk.training.banner')}</p>}
      {news?.isTraining !== true && isDemo && <p className="demo-banner">{t('trust.demo')}</p>}
      {answer === undefined ? (
        <Waiting hallName={terminal.hallName} />
      ) : (
        <CustomerAnswer key={answer.scan} answer={answer} language={language} />
      )}
    </main>
  );
}

interface CustomerAnswerProps {
  readonly answer: NonNullable<ShownToCustomer['answer']>;
  readonly language: ShownToCustomer['language'];
}

function CustomerAnswer({ answer, language }: CustomerAnswerProps) {
  const { t } = useTranslation();
  const { headline, nextStep } = wordsOf(answer.content, t, language);
  return (
    <>
      <section className="stage">
        <AnswerStage look={lookOf(answer.content)} headline={headline} />
      </section>
      <SideFrame screen={`answer ${answer.scan}`}>
        <AnswerSide
          content={answer.content}
          nextStep={nextStep}
          language={language}
          isGradeCovered={false}
        />
      </SideFrame>
      <AnswerDetails content={answer.content} language={language} />
    </>
  );
}

function Waiting({ hallName }: { readonly hallName: string }) {
  const { t } = useTranslation();
  return (
    <section className="customer-waiting">
      <h1 className="answer-headline">{t('desk.customer.title')}</h1>
      <p className="hall-line">
        <HallLogoPicture hallName={hallName} />
        <span className="hall-name">{hallName}</span>
      </p>
    </section>
  );
}

/** What the desk says last; the window asks once it is there. */
function useDeskNews(): ShownToCustomer | undefined {
  const [news, setNews] = useState<ShownToCustomer>();
  useEffect(() => {
    const channel = new BroadcastChannel(CUSTOMER_CHANNEL);
    const say = (kind: 'hello' | 'goodbye') => channel.postMessage({ kind });
    channel.addEventListener('message', (event) => {
      const heard = v.safeParse(CustomerNews, event.data);
      if (heard.success && heard.output.kind === 'show') setNews(heard.output);
    });
    const leave = () => say('goodbye');
    window.addEventListener('pagehide', leave);
    say('hello');
    return () => {
      window.removeEventListener('pagehide', leave);
      channel.close();
    };
  }, []);
  return news;
}
