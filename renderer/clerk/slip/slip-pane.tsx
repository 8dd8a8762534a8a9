import { useRef, useState } from 'react';
import { Button, Label, Radio, RadioGroup } from 'react-aria-components';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { SLIP_PAPERS } from '../../../shared/ipc/desk-verbs.ts';
import { kioskBridge } from '../../kiosk-bridge.ts';
import { Slip } from '../../slip/slip.tsx';
import { slipLength } from '../../slip/slip-length.ts';
import { useDesk } from '../desk-context.ts';
import type { DeskScan } from '../desk-state.ts';
import { slipOfScan } from './slip-of-scan.ts';

const NEWS_OF_REPLY = {
  sent: 'sent',
  cancelled: 'cancelled',
  'no-printer': 'noPrinter',
  failed: 'failed',
  saved: 'saved',
} as const;
type SlipNews = 'none' | (typeof NEWS_OF_REPLY)[keyof typeof NEWS_OF_REPLY];

/** The slip as it will come out, on the paper chosen, with printing and saving beside it. */
export function SlipPane({ scan }: { readonly scan: DeskScan }) {
  const { t } = useTranslation();
  const { state, terminal, dispatch, run } = useDesk();
  const { paper, language } = state.choices;
  const content = slipOfScan({ scan, state, terminal }, t);
  const preview = useRef<HTMLDivElement>(null);
  const [news, setNews] = useState<SlipNews>('none');

  const send = async (verb: 'printSlip' | 'saveSlip') => {
    const pixels = preview.current?.offsetHeight ?? 0;
    const reply = await kioskBridge()[verb]({ paper, lengthMillimetres: slipLength(pixels) });
    setNews(reply.ok ? NEWS_OF_REPLY[reply.value] : 'failed');
  };

  return (
    <div className="desk-slip">
      <div className="desk-slip-controls">
        <h2>{t('desk.slip.title')}</h2>
        <RadioGroup
          className="desk-radios"
          value={paper}
          onChange={(chosen) => {
            const known = SLIP_PAPERS.find((candidate) => candidate === chosen);
            if (known !== undefined) dispatch({ type: 'chosen', choices: { paper: known } });
          }}
        >
          <Label className="desk-label">{t('desk.slip.paper')}</Label>
          {SLIP_PAPERS.map((candidate) => (
            <Radio key={candidate} value={candidate} className="desk-radio">
              {t(`desk.slip.papers.${candidate}`)}
            </Radio>
          ))}
        </RadioGroup>
        <Button
          className="desk-button desk-button-primary"
          autoFocus
          onPress={() => void send('printSlip')}
        >
          {t('desk.slip.print')}
        </Button>
        <Button className="desk-button" onPress={() => void send('saveSlip')}>
          {t('desk.slip.save')}
        </Button>
        <Button className="desk-button" onPress={() => run('slip')}>
          {t('desk.slip.close')}
          <kbd>F9</kbd>
        </Button>
        <p role="status" className="desk-hint">
          {news !== 'none' && t(`desk.slip.${news}`)}
        </p>
      </div>
      <div className="desk-slip-preview" data-paper={paper}>
        <div ref={preview} className="desk-slip-paper">
          <Slip content={content} paper={paper} language={language} />
        </div>
      </div>
      {createPortal(
        <div className="slip-print" aria-hidden="true">
          <Slip content={content} paper={paper} language={language} />
        </div>,
        document.body,
      )}
    </div>
  );
}
