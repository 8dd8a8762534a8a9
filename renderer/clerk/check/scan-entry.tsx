import { useRef, useState } from 'react';
import { Button, Form, Input, Label, Text, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { compareCodes } from '../compare/compare-codes.ts';
import { useDesk } from '../desk-context.ts';
import { certificateOf, shownScan } from '../desk-state.ts';
import { CodePlaces } from './code-places.tsx';
import { classifyEntered, type EnteredText, strangePlaces } from './entered-text.ts';

/** Where certificates are typed and pasted. A company code compares instead of being judged. */
export function ScanEntry() {
  const { t } = useTranslation();
  const { state, dispatch, judge, entry } = useDesk();
  const [text, setText] = useState('');
  const isPasted = useRef(false);
  const entered = classifyEntered(text);
  const certificate = certificateOf(shownScan(state));

  const submit = () => {
    if (entered.kind === 'nothing') return;
    if (entered.kind === 'code' && certificate !== undefined) {
      const comparison = compareCodes(certificate.holderCode, entered.code);
      dispatch({ type: 'compared', comparison });
    } else {
      void judge(text, isPasted.current ? 'pasted' : 'typed');
    }
    isPasted.current = false;
    setText('');
  };

  return (
    <Form
      className="desk-entry"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField className="desk-field" value={text} onChange={setText} maxLength={8_000} autoFocus>
        <Label>{t('desk.entry.label')}</Label>
        <div className="desk-field-row">
          <Input
            ref={entry}
            className="desk-input desk-code"
            placeholder={t('desk.entry.placeholder')}
            autoComplete="off"
            spellCheck={false}
            onPaste={() => {
              isPasted.current = true;
            }}
          />
          <Button type="submit" className="desk-button">
            {t('desk.entry.judge')}
          </Button>
        </div>
        <Text slot="description" className="desk-hint">
          <EntryHint entered={entered} canCompare={certificate !== undefined} />
        </Text>
      </TextField>
    </Form>
  );
}

interface EntryHintProps {
  readonly entered: EnteredText;
  readonly canCompare: boolean;
}

function EntryHint({ entered, canCompare }: EntryHintProps) {
  const { t } = useTranslation();
  switch (entered.kind) {
    case 'part-of-code':
      return (
        <>
          <CodePlaces code={entered.code} />
          {t('desk.entry.codeShort', { number: entered.code.length })}
          <StrangeLetters code={entered.code} />
        </>
      );
    case 'code':
      return (
        <>
          <CodePlaces code={entered.code} />
          <span aria-hidden="true">{entered.isRight ? '✓ ' : '! '}</span>
          {t(entered.isRight ? 'desk.entry.codeRight' : 'desk.entry.codeWrong')}
          {canCompare && ` · ${t('desk.entry.codeUse')}`}
          <StrangeLetters code={entered.code} />
        </>
      );
    default:
      return <>{t('desk.entry.ready')}</>;
  }
}

/** Letters that were taken for digits, said while there is time to look again. */
function StrangeLetters({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const places = strangePlaces(code);
  if (places.length === 0) return null;
  return (
    <strong className="desk-strange">
      {t('desk.entry.codeStrange', { places: places.join(t('listSeparator')) })}
    </strong>
  );
}
