import type { Cause } from '../store/cause.ts';
import type { OfficeStore } from '../store/office-store.ts';
import type { Publication } from '../store/publication-book.ts';

/**
 * Notes in the journal what is in force already. Throws when that is not possible, and says then
 * that only the note is missing: nobody should think nothing had happened.
 */
export async function noteOrSay(
  { publications }: Pick<OfficeStore, 'publications'>,
  publication: Publication,
  cause: Cause,
): Promise<void> {
  try {
    await publications.note(publication, cause);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`this was published, but the journal could not note it: ${reason}`);
  }
}
