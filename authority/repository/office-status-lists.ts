import type { EpochSeconds } from '../../shared/time.ts';
import { prepareIssuerKeys } from '../../shared/trust/issuer-keys.ts';
import type { IssuersDocument } from '../../shared/trust/issuers-document.ts';
import { openStatusList, statusAt } from '../../shared/trust/status-list.ts';
import type { OfficeFolder } from '../office/office-folder.ts';
import { STATUS_LIST_SIZE, statusListName } from '../status-lists.ts';
import type {
  CertificateReader,
  StatusExceptions,
  StatusListSummary,
} from '../store/certificate-book.ts';
import { writeStatusList } from '../write-status-list.ts';
import type { TargetSet } from './target-set.ts';

/** What status lists are made from. */
export interface StatusSource {
  readonly office: OfficeFolder;
  readonly certificates: Pick<CertificateReader, 'statusLists' | 'exceptionsOf'>;
  /** What verifiers will know of the keys. */
  readonly issuers: IssuersDocument;
  /** The files now in force. */
  readonly published: TargetSet;
}

/**
 * The status lists of an office, signed, one after the other so that only one is ever opened. One
 * that already says what is to be said is left as it is, byte for byte.
 */
export async function officeStatusLists(
  { office, certificates, issuers, published }: StatusSource,
  now: EpochSeconds,
): Promise<TargetSet> {
  const { keys } = prepareIssuerKeys(issuers);
  const files = new Map<string, Uint8Array>();
  for (const { name, size } of withNextList(office.issuer, await certificates.statusLists())) {
    const exceptions = await certificates.exceptionsOf(name);
    const current = published.get(name);
    // One whose key verifiers no longer accept does not say the same: they would not hear it.
    const list = current && openStatusList(name, current, keys);
    const isUpToDate =
      list?.ok && saysSame(exceptions, size, (index) => statusAt(list.value, index));
    const content = { name, signedAt: now, size, exceptions };
    const bytes =
      current && isUpToDate ? current : writeStatusList(content, office.keys.status.key);
    files.set(name, bytes);
  }
  return files;
}

type ListPlan = Pick<StatusListSummary, 'name' | 'size'>;

// One list ahead: a certificate that opens a new list is judged at once by a hall that
// synchronised before it was issued.
function withNextList(issuer: string, lists: readonly ListPlan[]): readonly ListPlan[] {
  return [...lists, { name: statusListName(issuer, lists.length + 1), size: STATUS_LIST_SIZE }];
}

function saysSame(
  exceptions: StatusExceptions,
  size: number,
  statusOf: (index: number) => string | undefined,
): boolean {
  for (let index = 0; index < size; index++)
    if (statusOf(index) !== (exceptions.get(index) ?? 'valid')) return false;
  return statusOf(size) === undefined;
}
