import { styleText } from 'node:util';
import { type EpochSeconds, shanghaiDayOf } from '../../shared/time.ts';
import type {
  CertificateSummary,
  Outcome,
  ServiceDecision,
  Verdict,
} from '../../shared/verify/verdict.ts';
import type { JudgedItem } from './judged-item.ts';
import { printable } from './printable.ts';
import { KIND_WORDS, NOTE_WORDS, REASON_WORDS, VERDICT_WORDS } from './words.ts';

type Line = readonly [label: string, text: string];

const COLOURS: Readonly<Record<Outcome, 'green' | 'red' | 'yellow' | 'blue'>> = {
  accepted: 'green',
  refused: 'red',
  undecided: 'yellow',
  'not-a-certificate': 'blue',
};

/** One verdict as a short block of text that ends with an empty line. */
export function writeWords(item: JudgedItem, colours: boolean): string {
  const { source, verdict } = item;
  const heading = `${verdict.outcome.toUpperCase()}  ${verdict.code}`;
  const page = source.page === undefined ? '' : `, page ${source.page}`;
  const style = ['bold', COLOURS[verdict.outcome]] as const;
  const painted = colours ? styleText([...style], heading, { validateStream: false }) : heading;
  const lines = linesOf(item).map(([label, text]) => `  ${label.padEnd(15)}${printable(text)}\n`);
  return `${painted}  ${printable(source.name)}${page}\n${lines.join('')}\n`;
}

function linesOf({ verdict, error }: JudgedItem): Line[] {
  if (error !== undefined) return [['Unreadable', `${error.code}: ${error.message}`]];
  const certificate = 'certificate' in verdict ? verdict.certificate : undefined;
  const services = verdict.outcome === 'accepted' ? describeServices(verdict.services) : [];
  return [
    ['Meaning', meaningOf(verdict)],
    ...(certificate === undefined ? [] : describeCertificate(certificate)),
    ...services,
    ...verdict.notes.map((note): Line => ['Note', NOTE_WORDS[note]]),
    ['Judged at', shanghaiTime(verdict.at)],
  ];
}

function meaningOf(verdict: Verdict): string {
  const words = VERDICT_WORDS[verdict.code];
  if (verdict.outcome === 'not-a-certificate') return `${words}, but ${KIND_WORDS[verdict.kind]}`;
  const detail = verdict.checks.find(({ result }) => result === 'failed')?.detail;
  return detail === undefined ? words : `${words} (${detail})`;
}

function describeCertificate(certificate: CertificateSummary): Line[] {
  const { grade, gradeName, issuerName, issuer, number, lists } = certificate;
  const name = gradeName === undefined ? '' : `  ${gradeName.en} ${gradeName['zh-CN']}`;
  return [
    ['Company', certificate.holderName],
    ['Company code', certificate.holderCode],
    ['Grade', grade + name],
    ...(lists.length === 0 ? [] : [['Lists', lists.join(', ')] as const]),
    ['Evaluated', shanghaiDate(certificate.evaluated)],
    ['Valid', `${shanghaiTime(certificate.notBefore)} to ${shanghaiTime(certificate.expiresAt)}`],
    ['Certificate', number.match(/.{1,4}/g)?.join(' ') ?? number],
    ['Issued by', `${issuerName.en} ${issuerName['zh-CN']} (${issuer})`],
  ];
}

function describeServices(services: readonly ServiceDecision[]): Line[] {
  if (services.length === 0) return [['Services', 'none in this hall']];
  return services.map(describeService);
}

function describeService(service: ServiceDecision): Line {
  const name = `${service.name.en} ${service.name['zh-CN']}`;
  if (service.reason !== undefined) {
    return ['Standard', `${name}: ${REASON_WORDS[service.reason]}`];
  }
  return [
    'Green channel',
    service.window === undefined ? name : `${name}, window ${service.window}`,
  ];
}

// A date a certificate claims may lie beyond the calendar of the runtime.
function shanghaiDate(day: number): string {
  const date = new Date(day * 86_400_000);
  return Number.isNaN(date.getTime()) ? `day ${day}` : date.toISOString().slice(0, 10);
}

function shanghaiTime(time: EpochSeconds): string {
  const clock = new Date((time + 8 * 3_600) * 1_000);
  if (Number.isNaN(clock.getTime())) return `second ${time}`;
  const timeOfDay = clock.toISOString().slice(-13, -5);
  return `${shanghaiDate(shanghaiDayOf(time))} ${timeOfDay} (Asia/Shanghai)`;
}
