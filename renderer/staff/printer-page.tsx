import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Printer } from '../../shared/ipc/staff-replies.ts';
import { kioskBridge } from '../kiosk-bridge.ts';
import { Choice } from './choice.tsx';
import { LockedNote } from './locked-note.tsx';
import { useStaff } from './staff-access.ts';
import { StaffButton } from './staff-button.tsx';

/** Which printer slips come from, and whether it prints. */
export function PrinterPage() {
  const { t } = useTranslation();
  const { state, ask, change, say } = useStaff();
  const { printerName } = state.settings;
  const printers = usePrinters();
  const test = async (): Promise<void> => {
    const result = await ask(kioskBridge().printTestPage({}));
    if (result !== undefined) say(t(`staff.printer.result.${result}`));
  };
  return (
    <section className="staff-page">
      {printers?.length === 0 && <p>{t('staff.printer.notFound')}</p>}
      <Choice
        title={t('staff.printer.choose')}
        value={printerName.value}
        options={[
          { value: '', label: t('staff.printer.none') },
          ...(printers ?? []).map(({ name, displayName }) => ({ value: name, label: displayName })),
        ]}
        isDisabled={printerName.isLocked}
        onChange={(value) => void change({ name: 'printerName', value })}
      />
      <LockedNote isLocked={printerName.isLocked} />
      <StaffButton isDisabled={printerName.value === ''} onPress={() => void test()}>
        {t('staff.printer.test')}
      </StaffButton>
    </section>
  );
}

function usePrinters(): readonly Printer[] | undefined {
  const { ask } = useStaff();
  const [printers, setPrinters] = useState<readonly Printer[]>();
  useEffect(() => {
    void ask(kioskBridge().listPrinters({})).then(setPrinters);
  }, [ask]);
  return printers;
}
