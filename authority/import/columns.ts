import { failure, type Result, success } from '../../shared/result.ts';

/** The columns of a table, each with the headings under which offices export it. */
export type Columns = Readonly<Record<string, readonly string[]>>;

/** Companies; the first heading of each is ours. */
export const COMPANY_COLUMNS = {
  code: ['code', 'uscc', '统一社会信用代码', '信用代码'],
  name: ['name', 'company', '企业名称', '单位名称', '主体名称', '名称'],
  division: ['division', '行政区划代码', '登记地区划', '区划代码'],
  registered: ['registered', 'registration date', '成立日期', '登记日期', '注册日期'],
} as const satisfies Columns;

/** Records of companies. */
export const RECORD_COLUMNS = {
  code: ['code', 'uscc', '统一社会信用代码', '信用代码'],
  number: ['number', 'decision number', '文书号', '决定书文号', '记录编号'],
  kind: ['kind', '信息类别', '信息性质', '类别'],
  severity: ['severity', '失信程度', '严重程度', '程度'],
  authority: ['authority', '认定机关', '处罚机关', '信息提供单位', '认定单位'],
  date: ['date', 'decision date', '认定日期', '决定日期', '处罚决定日期', '日期'],
  corrected: ['corrected', 'corrected date', '整改日期', '整改完成日期'],
  repaired: ['repaired', 'repaired date', '修复日期', '信用修复日期'],
  list: ['list', '名单', '名单类别'],
  from: ['from', '列入日期', '起始日期'],
  until: ['until', '移出日期', '截止日期', '有效期至'],
} as const satisfies Columns;

/** Values of one line by column; `''` where the file has nothing. */
export type Values<Table extends Columns> = Readonly<Record<keyof Table, string>>;

/** Finds the column a heading means, whatever its case, its spaces or its byte order mark. */
export function columnOf<Table extends Columns>(
  columns: Table,
  heading: string,
): keyof Table | undefined {
  const wanted = heading.normalize('NFKC').trim().toLowerCase().replaceAll('_', ' ');
  for (const name in columns) if (columns[name]?.includes(wanted)) return name;
  return undefined;
}

/**
 * Where each column stands in a CSV file; a missing one has no place, unknown ones are passed over.
 * Fails with the name of a required column that is missing, or of one that is there twice.
 */
export function placeColumns<Table extends Columns>(
  columns: Table,
  headings: readonly string[],
  required: readonly (keyof Table)[],
): Result<ReadonlyMap<keyof Table, number>, string> {
  const places = new Map<keyof Table, number>();
  for (const [place, heading] of headings.entries()) {
    const column = columnOf(columns, heading);
    if (column === undefined) continue;
    if (places.has(column)) return failure(`the column ${String(column)} is there twice`);
    places.set(column, place);
  }
  const missing = required.find((column) => !places.has(column));
  return missing === undefined
    ? success(places)
    : failure(`the column ${String(missing)} is missing`);
}
