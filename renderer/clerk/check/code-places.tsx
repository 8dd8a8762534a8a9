import { COMPANY_CODE_LENGTH } from '../../../shared/certificate/company-code.ts';
import { strangePlaces } from './entered-text.ts';

const GROUP = 4;

/** The eighteen places of a code in groups of four, as far as they are typed; for the eye alone. */
export function CodePlaces({ code }: { readonly code: string }) {
  const strange = strangePlaces(code);
  return (
    <span className="desk-places" aria-hidden="true">
      {Array.from({ length: COMPANY_CODE_LENGTH }, (_, index) => index).map((index) => (
        <span
          key={index}
          className="desk-place"
          data-strange={strange.includes(index + 1)}
          data-last-of-group={index % GROUP === GROUP - 1}
        >
          {code.charAt(index)}
        </span>
      ))}
    </span>
  );
}
