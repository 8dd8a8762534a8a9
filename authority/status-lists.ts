/** Certificates a status list has room for: large enough that being on one says nothing. */
export const STATUS_LIST_SIZE = 131_072;

/**
 * Target name of an office's list.
 * @param number of the list, from 1
 */
export function statusListName(issuer: string, number: number): string {
  return `status/${issuer}-${number}`;
}
