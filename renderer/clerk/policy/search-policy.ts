import type { ShownPolicy, ShownService } from '../../../shared/ipc/policy-verbs.ts';
import type { LocalizedText } from '../../../shared/trust/policy-terms.ts';

/**
 * The services that hold every word looked for, in name, window or easings, in either language.
 * Those of this hall come first; otherwise the order is the policy's.
 */
export function searchServices(policy: ShownPolicy, search: string): readonly ShownService[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = policy.services.filter((service) => {
    const text = searchable(service);
    return words.every((word) => text.includes(word));
  });
  return found.sort((a, b) => Number(b.isHere) - Number(a.isHere));
}

function searchable({ name, perks, window = '' }: ShownService): string {
  const both = (text: LocalizedText) => `${text['zh-CN']}\n${text.en}`;
  return [both(name), window, ...perks.map(both)].join('\n').toLowerCase();
}
