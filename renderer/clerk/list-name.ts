import type { TFunction } from 'i18next';

/** A support list in words; one the program does not know keeps its own name. */
export function listName(list: string, t: TFunction): string {
  switch (list) {
    case 'national':
    case 'city':
    case 'district':
      return t(`desk.listNames.${list}`);
    default:
      return list;
  }
}
