import type { RefObject } from 'react';
import type { Words } from '../text/catalogue.ts';
import { AnswerStage } from './answer-stage.tsx';
import { lookOf } from './look.ts';
import { PageStage } from './pages/page-stage.tsx';
import { TypedCode, TypingJudgement } from './pages/typed-code.tsx';
import type { Screen } from './screen-of.ts';

interface StageCoverProps {
  readonly screen: Screen;
  readonly words: Words;
  /** The outline of the code in the live view, while there is one. */
  readonly outline: RefObject<SVGPolygonElement | null>;
}

/** What lies over the live view: an answer, a page, or the words for a missing picture. */
export function StageCover({ screen, words, outline }: StageCoverProps) {
  switch (screen.name) {
    case 'answer': {
      const { scan, content } = screen.answer;
      return (
        <AnswerStage
          key={scan}
          look={lookOf(content)}
          headline={words.headline}
          outline={outline}
        />
      );
    }
    case 'out-of-order':
    case 'camera-unavailable':
      return <AnswerStage look="undecided" headline={words.headline} />;
    case 'levels':
    case 'privacy':
      return <PageStage key={screen.name} words={words} />;
    case 'type-code':
      return (
        <PageStage key={screen.name} words={words}>
          <TypedCode code={screen.code} />
          <TypingJudgement code={screen.code} />
        </PageStage>
      );
    case 'typed-code':
      return (
        <PageStage key={screen.name} words={{ headline: words.headline, nextStep: '' }}>
          <TypedCode code={screen.code} />
        </PageStage>
      );
    case 'starting':
    case 'scan':
      return null;
  }
}
