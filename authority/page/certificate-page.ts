import { PDFDocument } from '@napi-rs/canvas';
import type { LocalizedText } from '../../shared/trust/policy-terms.ts';
import { readableQrModules } from '../qr-image.ts';
import { type PageContent, type PageOffice, pageContent } from './page-content.ts';
import type { TextStyle } from './page-fonts.ts';
import { createPen, type Pen } from './pen.ts';

const POINTS_PER_MM = 72 / 25.4;
// A4, ISO 216.
const PAGE = { width: 210 * POINTS_PER_MM, height: 297 * POINTS_PER_MM } as const;
const LEFT = 20 * POINTS_PER_MM;
const WIDTH = PAGE.width - 2 * LEFT;
const QR_WIDTH = 52 * POINTS_PER_MM;
const COLUMN_GAP = 12 * POINTS_PER_MM;
const GRADE_WIDTH = WIDTH - QR_WIDTH - COLUMN_GAP;

const INK = '#14202B';
const MUTED = '#4D5B66';
const ACCENT = '#0A5F73';
const HAIRLINE = '#C9D1D6';
const WATERMARK = '#E9EDF0';

const TITLE: TextStyle = { face: 'text', size: 32, weight: 'bold', colour: INK };
const SUBTITLE: TextStyle = { face: 'text', size: 13, weight: 'regular', colour: MUTED };
const OFFICE: TextStyle = { face: 'text', size: 11, weight: 'bold', colour: ACCENT };
const LABEL: TextStyle = { face: 'text', size: 8.5, weight: 'regular', colour: MUTED };
const NAME: TextStyle = { face: 'text', size: 23, weight: 'bold', colour: INK };
const CODE: TextStyle = { face: 'code', size: 15, weight: 'regular', colour: INK };
const NUMBER: TextStyle = { face: 'code', size: 10, weight: 'regular', colour: INK };
const GRADE: TextStyle = { face: 'text', size: 92, weight: 'bold', colour: ACCENT };
const GRADE_NAME: TextStyle = { face: 'text', size: 22, weight: 'bold', colour: INK };
const BODY: TextStyle = { face: 'text', size: 11, weight: 'regular', colour: INK };
const BODY_EN: TextStyle = { face: 'text', size: 9.5, weight: 'regular', colour: MUTED };

/** Sizes for a company's name, tried until it takes few enough lines. */
const NAME_SIZES = [23, 19, 16, 13.5] as const;
const MOST_NAME_LINES = 3;

const VERIFY: LocalizedText = {
  'zh-CN': '核验方法：将二维码对准政务服务大厅的信用核验终端，以终端显示的结果为准。',
  en: 'To verify: hold the code before a credit terminal of a service hall. The result shown there counts, not this paper.',
};
const NOTICE: LocalizedText = {
  'zh-CN':
    '等级变更、暂停或撤销后，本证书不再有效。企业对评价结果有异议的，可以申请复核或信用修复。',
  en: 'No longer valid once the grade has changed or the certificate is suspended or revoked. A company may object to its evaluation or ask for credit repair.',
};
const DEMO: LocalizedText = {
  'zh-CN': '样例 无效',
  en: 'SAMPLE',
};

/**
 * Draws the printable page of a certificate: A4, one page, as PDF. The same certificate gives the
 * same bytes. Throws when the text is no certificate of the office's policy.
 */
export function certificatePage(text: string, office: PageOffice): Uint8Array {
  const content = pageContent(text, office);
  const document = new PDFDocument({
    title: `公共信用电子证书 Public Credit Certificate · ${content.holderName}`,
    author: content.issuer['zh-CN'],
    compressionLevel: 9,
  });
  const pen = createPen(document.beginPage(PAGE.width, PAGE.height));
  if (content.isDemo) drawWatermark(pen);
  const afterHead = drawHead(pen, content);
  const afterHolder = drawHolder(pen, content, afterHead + 26);
  const afterGrade = drawGradeAndCode(pen, content, afterHolder + 24);
  const afterDetails = drawDetails(pen, content, afterGrade + 22);
  drawFoot(pen, content, Math.max(afterDetails + 20, PAGE.height - 118));
  document.endPage();
  return new Uint8Array(document.close());
}

function drawWatermark(pen: Pen): void {
  const style: TextStyle = { face: 'text', size: 68, weight: 'bold', colour: WATERMARK };
  for (const height of [0.34, 0.74]) {
    const centre = { x: PAGE.width / 2, y: PAGE.height * height, width: 0 };
    pen.watermark(`${DEMO['zh-CN']} ${DEMO.en}`, centre, style);
  }
}

function drawHead(pen: Pen, { issuer }: PageContent): number {
  const line = { x: LEFT, width: WIDTH };
  const office = `${issuer['zh-CN']}   ${issuer.en}`;
  const afterOffice = pen.paragraph(office, { ...line, y: 54 }, OFFICE);
  const afterTitle = pen.paragraph('公共信用电子证书', { ...line, y: afterOffice + 16 }, TITLE);
  const end = pen.paragraph('Public Credit Certificate', { ...line, y: afterTitle }, SUBTITLE);
  pen.rule({ ...line, y: end + 14 }, 2, ACCENT);
  return end + 16;
}

function drawHolder(pen: Pen, { holderName, holderCode }: PageContent, top: number): number {
  const line = { x: LEFT, width: WIDTH };
  const style = nameStyle(pen, holderName);
  const afterLabel = pen.paragraph('企业名称  Company', { ...line, y: top }, LABEL);
  const afterName = pen.paragraph(holderName, { ...line, y: afterLabel + 2 }, style);
  const label = '统一社会信用代码  Unified social credit code';
  const afterCodeLabel = pen.paragraph(label, { ...line, y: afterName + 12 }, LABEL);
  return pen.paragraph(holderCode, { ...line, y: afterCodeLabel + 2 }, CODE);
}

function nameStyle(pen: Pen, name: string): TextStyle {
  const styles = NAME_SIZES.map((size) => ({ ...NAME, size }));
  const fits = (style: TextStyle): boolean => pen.countLines(name, WIDTH, style) <= MOST_NAME_LINES;
  return styles.find(fits) ?? { ...NAME, size: NAME_SIZES[3] };
}

function drawGradeAndCode(pen: Pen, content: PageContent, top: number): number {
  pen.rule({ x: LEFT, y: top, width: WIDTH }, 0.6, HAIRLINE);
  const start = top + 22;
  const afterGrade = drawGrade(pen, content, start);
  // The margin of four modules is the white paper around it: the gap is wider than that.
  const x = PAGE.width - LEFT - QR_WIDTH;
  pen.qr(readableQrModules(content.text), { x, y: start, width: QR_WIDTH });
  return Math.max(afterGrade, start + QR_WIDTH);
}

function drawGrade(pen: Pen, content: PageContent, top: number): number {
  const column = { x: LEFT, width: GRADE_WIDTH };
  const letterWidth = pen.widthOf(content.grade, GRADE) + 18;
  const beside = { x: LEFT + letterWidth, width: GRADE_WIDTH - letterWidth };
  const afterLabel = pen.paragraph('信用等级  Grade', { ...column, y: top - 4 }, LABEL);
  // The letter's line is higher than the letter; its name stands level with its middle.
  pen.paragraph(content.grade, { ...column, y: afterLabel - 24 }, GRADE);
  const afterName = pen.paragraph(
    content.gradeName['zh-CN'],
    { ...beside, y: top + 26 },
    GRADE_NAME,
  );
  pen.paragraph(content.gradeName.en, { ...beside, y: afterName }, SUBTITLE);
  const meaning = { ...column, y: top + 98 };
  const afterMeaning = pen.paragraph(content.gradeMeaning['zh-CN'], meaning, BODY);
  return pen.paragraph(content.gradeMeaning.en, { ...column, y: afterMeaning + 2 }, BODY_EN);
}

function drawDetails(pen: Pen, content: PageContent, top: number): number {
  pen.rule({ x: LEFT, y: top, width: WIDTH }, 0.6, HAIRLINE);
  const { lists, issuer } = content;
  const office = `${issuer['zh-CN']}（${issuer.id}）`;
  const rows: readonly Row[] = [
    ['评价日期', 'Evaluated', content.evaluated, BODY],
    ['颁发日期', 'Issued', content.issued, BODY],
    ['有效期至', 'Valid until', content.lastDay, BODY],
    ['颁发机构', 'Issuer', `${office}  ${issuer.en}`, BODY],
    ...(lists ? [['所在名单', 'Lists', `${lists['zh-CN']}  ${lists.en}`, BODY] as const] : []),
    ['证书编号', 'Certificate number', content.number, NUMBER],
  ];
  return rows.reduce((y, row) => drawRow(pen, row, y), top + 14);
}

type Row = readonly [chinese: string, english: string, value: string, style: TextStyle];

const VALUE_X = 46 * POINTS_PER_MM;

function drawRow(pen: Pen, [chinese, english, value, style]: Row, top: number): number {
  pen.paragraph(`${chinese}  ${english}`, { x: LEFT, y: top + 2.5, width: VALUE_X }, LABEL);
  const place = { x: LEFT + VALUE_X, y: top, width: WIDTH - VALUE_X };
  return pen.paragraph(value, place, style) + 6;
}

function drawFoot(pen: Pen, { contact }: PageContent, top: number): void {
  const line = { x: LEFT, width: WIDTH };
  pen.rule({ ...line, y: top }, 0.6, HAIRLINE);
  const small = { ...BODY_EN, size: 8 };
  const afterVerify = pen.paragraph(
    VERIFY['zh-CN'],
    { ...line, y: top + 10 },
    { ...BODY, size: 10 },
  );
  const afterEnglish = pen.paragraph(VERIFY.en, { ...line, y: afterVerify }, small);
  const afterNotice = pen.paragraph(NOTICE['zh-CN'], { ...line, y: afterEnglish + 6 }, small);
  const afterBoth = pen.paragraph(NOTICE.en, { ...line, y: afterNotice }, small);
  pen.paragraph(`${contact['zh-CN']}   ${contact.en}`, { ...line, y: afterBoth + 4 }, small);
}
