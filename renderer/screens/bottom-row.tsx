import type { TFunction } from 'i18next';
import { type Dispatch, memo, type ReactNode } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Comfort, ComfortControl } from '../state/comfort.ts';
import type { KioskEvent } from '../state/kiosk-state.ts';
import { ComfortSign, TextSizeMarks } from './shapes/comfort-sign.tsx';

interface BottomRowProps {
  readonly comfort: Comfort;
  /** The machine can speak the language on the screen. */
  readonly hasVoice: boolean;
  readonly dispatch: Dispatch<KioskEvent>;
}

/**
 * The row that is the same on every screen, within everyone's reach. An answer does not wait for it to be
 * drawn anew.
 */
export const BottomRow = memo(function BottomRow(props: BottomRowProps) {
  const { comfort, hasVoice, dispatch } = props;
  const { t } = useTranslation();
  const press = (control: ComfortControl) => () =>
    dispatch({ type: 'comfort-pressed', control, nowMs: performance.now() });
  return (
    <footer className="bottom-row">
      <Button
        className="comfort"
        data-action="text"
        data-on={comfort.textSize !== 'normal'}
        aria-label={textSizeName(comfort, t)}
        onPress={press('text')}
      >
        <ComfortSign control="text" />
        {t('comfort.text')}
        <TextSizeMarks size={comfort.textSize} />
      </Button>
      <Switch control="contrast" isOn={comfort.isHighContrast} onPress={press('contrast')} />
      <Switch control="reach" isOn={comfort.isLow} onPress={press('reach')} />
      {hasVoice && <Switch control="voice" isOn={comfort.isSpoken} onPress={press('voice')} />}
      <Button
        className="comfort"
        data-action="switch-language"
        aria-label={t('comfort.otherLanguageName')}
        onPress={() => dispatch({ type: 'language-switched', nowMs: performance.now() })}
      >
        <ComfortSign control="language" />
        {t('comfort.otherLanguageShort')}
      </Button>
    </footer>
  );
});

interface SwitchProps {
  readonly control: Exclude<ComfortControl, 'text'>;
  readonly isOn: boolean;
  readonly onPress: () => void;
}

function Switch({ control, isOn, onPress }: SwitchProps): ReactNode {
  const { t } = useTranslation();
  return (
    <ToggleButton
      className="comfort"
      data-action={control}
      data-on={isOn}
      isSelected={isOn}
      onChange={onPress}
      aria-label={t(`comfort.${control}Name`)}
    >
      <ComfortSign control={control} />
      {t(`comfort.${control}`)}
    </ToggleButton>
  );
}

function textSizeName({ textSize }: Comfort, t: TFunction): string {
  const names = {
    normal: 'comfort.textNormal',
    large: 'comfort.textLarge',
    larger: 'comfort.textLarger',
  } as const;
  return t(names[textSize]);
}
