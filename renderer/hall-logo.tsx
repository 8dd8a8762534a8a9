import { createContext, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HallLogo } from '../shared/ipc/hall-logo.ts';

/** The logo of this terminal's hall, read once when the page starts. */
export const HallLogoContext = createContext<HallLogo | null>(null);

/**
 * The hall's logo, where its name stands. Beside the name it says nothing a listener would miss; where
 * it stands alone it is named. A picture the page cannot draw leaves no trace.
 */
export function HallLogoPicture({ hallName }: { readonly hallName: string }) {
  const { t } = useTranslation();
  const logo = useContext(HallLogoContext);
  const [isBroken, setBroken] = useState(false);
  if (logo === null || isBroken) return null;
  return (
    <img
      className="hall-logo"
      src={logo.address}
      width={logo.width}
      height={logo.height}
      alt={hallName === '' ? t('hallLogo') : ''}
      draggable={false}
      onError={() => setBroken(true)}
    />
  );
}
