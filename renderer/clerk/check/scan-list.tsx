import { GridList, GridListItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { VerdictShape } from '../../screens/shapes/verdict-shape.tsx';
import { formatClock } from '../../text/format.ts';
import { deskLook, deskWords } from '../desk-content.ts';
import { useDesk } from '../desk-context.ts';
import { certificateOf, type DeskScan } from '../desk-state.ts';

/** The last scans of this sitting, newest first; choosing one shows it again. */
export function ScanList() {
  const { t } = useTranslation();
  const { state, dispatch } = useDesk();
  return (
    <section className="desk-list-box">
      <h2 className="desk-label">{t('desk.list.title')}</h2>
      <GridList
        className="desk-list"
        aria-label={t('desk.list.title')}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        items={state.scans}
        dependencies={[state.choices.language]}
        selectedKeys={state.shown === undefined ? [] : [state.shown]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (typeof key === 'number') dispatch({ type: 'scan-chosen', id: key });
        }}
        renderEmptyState={() => <p className="desk-hint">{t('desk.list.empty')}</p>}
      >
        {(scan) => <ScanRow scan={scan} />}
      </GridList>
    </section>
  );
}

function ScanRow({ scan }: { readonly scan: DeskScan }) {
  const { t } = useTranslation();
  const { language } = useDesk().state.choices;
  const certificate = certificateOf(scan);
  const { headline } = deskWords(scan.content, t, language);
  return (
    <GridListItem
      id={scan.id}
      className="desk-row"
      textValue={`${formatClock(scan.at, language)} ${headline}`}
      data-look={deskLook(scan.content)}
    >
      <div className="desk-row-grid">
        <span className="desk-row-shape">
          <VerdictShape look={deskLook(scan.content)} />
        </span>
        <span className="desk-row-company">{certificate?.holderName ?? headline}</span>
        <span className="desk-row-grade">{gradeOf(scan)}</span>
        <span className="desk-row-words">
          {certificate === undefined ? t('desk.list.unnamed') : headline}
        </span>
        <time className="desk-row-time">{formatClock(scan.at, language)}</time>
      </div>
    </GridListItem>
  );
}

/** Only an accepted certificate shows its grade: any other may not be in use any more. */
function gradeOf({ content }: DeskScan): string {
  if (content.kind !== 'verdict' || content.verdict.outcome !== 'accepted') return '';
  return content.verdict.certificate.grade;
}
