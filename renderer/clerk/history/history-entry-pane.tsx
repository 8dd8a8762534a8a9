import { useState } from 'react';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { type HistoryEntry, MAX_NOTE_LENGTH } from '../../../shared/ipc/audit-verbs.ts';
import { kioskBridge } from '../../kiosk-bridge.ts';
import { formatClock, groupCode } from '../../text/format.ts';
import { Fact } from '../check/fact.tsx';
import { useDesk } from '../desk-context.ts';
import { entryGrade, entryHeadline } from './entry-words.ts';

/** One record with its notes. Nothing of it can be changed: a mistake is put right by a note. */
export function HistoryEntryPane({ entry }: { readonly entry: HistoryEntry }) {
  const { t } = useTranslation();
  const { language } = useDesk().state.choices;
  return (
    <section className="desk-entry-pane" data-sequence={entry.sequence}>
      <h2>{entryHeadline(entry, t)}</h2>
      <dl className="desk-facts">
        <Fact name={t('desk.history.columns.time')}>{formatClock(entry.at, language)}</Fact>
        <Fact name={t('desk.history.columns.source')}>{t(`desk.sources.${entry.source}`)}</Fact>
        {entry.desk !== undefined && <Fact name={t('slip.desk')}>{entry.desk}</Fact>}
        {entry.companyName !== undefined && (
          <Fact name={t('desk.history.columns.company')}>{entry.companyName}</Fact>
        )}
        {entry.companyCode !== undefined && (
          <Fact name={t('desk.history.columns.code')}>
            <span className="desk-code">{groupCode(entry.companyCode)}</span>
          </Fact>
        )}
        {entryGrade(entry) !== undefined && (
          <Fact name={t('desk.history.columns.grade')}>{entryGrade(entry)}</Fact>
        )}
      </dl>
      {entry.notes.length > 0 && (
        <>
          <h3 className="desk-label">{t('desk.history.columns.notes')}</h3>
          <ol className="desk-notes">
            {entry.notes.map((note) => (
              <li key={`${note.at} ${note.text}`}>
                <time>{formatClock(note.at, language)}</time> {note.text}
              </li>
            ))}
          </ol>
        </>
      )}
      <NoteForm sequence={entry.sequence} />
    </section>
  );
}

function NoteForm({ sequence }: { readonly sequence: number }) {
  const { t } = useTranslation();
  const { today } = useDesk();
  const [text, setText] = useState('');
  const [hasFailed, setHasFailed] = useState(false);
  const add = async (note: string) => {
    if (note.trim() === '') return;
    const reply = await kioskBridge().addNote({ sequence, text: note });
    const isAdded = reply.ok && reply.value.result === 'added';
    setHasFailed(!isAdded);
    if (!isAdded) return;
    setText('');
    await today.refresh();
  };
  return (
    <Form
      className="desk-note-form"
      onSubmit={(event) => {
        event.preventDefault();
        void add(text);
      }}
    >
      <TextField className="desk-field" value={text} onChange={setText} maxLength={MAX_NOTE_LENGTH}>
        <Label>{t('desk.history.note')}</Label>
        <div className="desk-field-row">
          <Input className="desk-input" />
          <Button type="submit" className="desk-button">
            {t('desk.history.addNote')}
          </Button>
        </div>
      </TextField>
      <div className="desk-actions">
        <Button className="desk-button" onPress={() => void add(t('desk.history.mistakeText'))}>
          {t('desk.history.mistake')}
        </Button>
        <Button className="desk-button" onPress={() => void add(t('desk.history.followUpText'))}>
          {t('desk.history.followUp')}
        </Button>
      </div>
      <p className="desk-hint">{t('desk.history.notes')}</p>
      <p role="status" className="desk-hint">
        {hasFailed && t('desk.history.noteFailed')}
      </p>
    </Form>
  );
}
