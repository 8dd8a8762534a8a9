import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createSignPlayer } from '../sound/play-sign.ts';
import { Choice } from './choice.tsx';
import { LockedNote } from './locked-note.tsx';
import { useStaff } from './staff-access.ts';
import { StaffButton } from './staff-button.tsx';
import { Stepper } from './stepper.tsx';

const STEP = 10;
const LANGUAGES = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
] as const;

/** How loud the terminal is, and the language a visit starts with. */
export function SoundPage() {
  const { t } = useTranslation();
  const { state, change } = useStaff();
  const { soundVolume, language } = state.settings;
  const percent = soundVolume.value;
  const player = useMemo(() => createSignPlayer(), []);
  return (
    <section className="staff-page">
      <Stepper
        title={t('staff.sound.volume')}
        shown={percent === 0 ? t('staff.sound.silent') : `${percent} %`}
        value={percent}
        min={0}
        max={100}
        step={STEP}
        isDisabled={soundVolume.isLocked}
        onChange={(value) => void change({ name: 'soundVolume', value })}
      />
      <LockedNote isLocked={soundVolume.isLocked} />
      <StaffButton onPress={() => player.play('accept', percent)}>
        {t('staff.sound.test')}
      </StaffButton>
      <Choice
        title={t('staff.sound.language')}
        value={language.value}
        options={LANGUAGES}
        isDisabled={language.isLocked}
        onChange={(value) =>
          void change({ name: 'language', value: value === 'en' ? 'en' : 'zh-CN' })
        }
      />
      <LockedNote isLocked={language.isLocked} />
    </section>
  );
}
