/** A version of the program, by Semantic Versioning 2.0.0 without build metadata. */
export const VERSION_FORM =
  /^(?<major>\d{1,6})\.(?<minor>\d{1,6})\.(?<patch>\d{1,6})(?:-(?<early>[0-9A-Za-z.-]{1,40}))?$/;

/**
 * Whether `one` came after `other`. A pre-release came before its release; of two of the same release
 * neither counts as newer, as nobody rolls a pilot back by accident.
 * @returns `false` also where one of them is no version
 */
export function isNewerVersion(one: string, other: string): boolean {
  const [a, b] = [VERSION_FORM.exec(one)?.groups, VERSION_FORM.exec(other)?.groups];
  if (a === undefined || b === undefined) return false;
  for (const part of ['major', 'minor', 'patch']) {
    const difference = Number(a[part]) - Number(b[part]);
    if (difference !== 0) return difference > 0;
  }
  return a.early === undefined && b.early !== undefined;
}
