import { useTranslation } from 'react-i18next';
import { VerdictShape } from '../../screens/shapes/verdict-shape.tsx';
import { formatClock } from '../../text/format.ts';
import { deskLook, deskWords } from '../desk-content.ts';
import { useDesk } from '../desk-context.ts';
import type { DeskScan } from '../desk-state.ts';

/** The verdict in small: what a clerk sees without looking for it. */
export function VerdictHead({ scan }: { readonly scan: DeskScan }) {
  const { t } = useTranslation();
  const { language } = useDesk().state.choices;
  const { headline, nextStep } = deskWords(scan.content, t, language);
  const verdict = scan.content.kind === 'verdict' ? scan.content.verdict : undefined;
  const accepted = verdict?.outcome === 'accepted' ? verdict.certificate : undefined;
  const notes = verdict?.notes.filter((note) => note !== 'demo') ?? [];
  return (
    <header
      className="desk-verdict"
      data-look={deskLook(scan.content)}
      data-verdict-code={verdict?.code ?? scan.content.kind}
      data-file-refusal={scan.content.kind === 'file-refused' ? scan.content.code : undefined}
    >
      <div className="desk-verdict-shape">
        <VerdictShape look={deskLook(scan.content)} />
      </div>
      <div className="desk-verdict-words">
        <h2>{headline}</h2>
        <p>{nextStep}</p>
        {notes.map((note) => (
          <p key={note} className="desk-note">
            {t(`note.${note}`)}
          </p>
        ))}
        {scan.notices?.map((notice) => (
          <p key={notice} className="desk-note" data-file-notice={notice}>
            {t(`intake.notice.${notice}`)}
          </p>
        ))}
        {scan.repaired?.map((repair) => (
          <p key={repair} className="desk-note" data-repaired={repair}>
            {t(`intake.wedgeRepair.${repair}`)}
          </p>
        ))}
      </div>
      {accepted !== undefined && (
        <div className="desk-verdict-grade">
          <strong>{accepted.grade}</strong>
          <span>{accepted.gradeName?.[language]}</span>
        </div>
      )}
      <p className="desk-verdict-when">
        <time>{formatClock(scan.at, language)}</time>
        <span>{t(`desk.sources.${scan.source}`)}</span>
      </p>
    </header>
  );
}
