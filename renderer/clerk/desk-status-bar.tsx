import { Button, ToggleButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { otherLanguage } from '../text/language.ts';
import { useDesk } from './desk-context.ts';
import { DESK_KEYS, type DeskAction } from './desk-keys.ts';
import { countOutcomes, HISTORY_FILTERS } from './history/search-history.ts';
import { isOnline } from './use-window-title.ts';

const NEXT_THEME = { system: 'light', light: 'dark', dark: 'system' } as const;
const NEXT_DENSITY = { comfortable: 'compact', compact: 'comfortable' } as const;

/** The row of switches, the same on every page. */
export function DeskStatusBar() {
  const { t } = useTranslation();
  const { state, trust, dispatch } = useDesk();
  const { choices } = state;
  return (
    <footer className="desk-status">
      <span className="desk-line" data-online={isOnline(trust)}>
        {t(isOnline(trust) ? 'desk.online' : 'desk.offline')}
      </span>
      <TodaysCounts />
      <span className="desk-status-gap" />
      <Switch action="customer" isOn={state.customer !== 'closed'} />
      <Switch action="camera" isOn={state.isCameraOn} />
      <Switch action="training" isOn={state.isTraining} />
      <Switch action="lock" isOn={false} />
      <Button
        className="desk-switch"
        data-switch="sound"
        onPress={() => dispatch({ type: 'chosen', choices: { isMuted: !choices.isMuted } })}
      >
        {t('desk.switches.sound', {
          value: t(`desk.switches.sounds.${choices.isMuted ? 'off' : 'on'}`),
        })}
      </Button>
      <Button
        className="desk-switch"
        data-switch="theme"
        onPress={() => dispatch({ type: 'chosen', choices: { theme: NEXT_THEME[choices.theme] } })}
      >
        {t('desk.switches.theme', { value: t(`desk.switches.themes.${choices.theme}`) })}
      </Button>
      <Button
        className="desk-switch"
        data-switch="density"
        onPress={() =>
          dispatch({ type: 'chosen', choices: { density: NEXT_DENSITY[choices.density] } })
        }
      >
        {t('desk.switches.density', { value: t(`desk.switches.densities.${choices.density}`) })}
      </Button>
      <Button
        className="desk-switch"
        data-switch="language"
        onPress={() =>
          dispatch({ type: 'chosen', choices: { language: otherLanguage(choices.language) } })
        }
      >
        {t('action.otherLanguage')}
      </Button>
    </footer>
  );
}

/** How often each outcome was shown today; training is not counted. */
function TodaysCounts() {
  const { t } = useTranslation();
  const { history } = useDesk().today;
  if (history === undefined) return null;
  const counts = countOutcomes(history);
  return (
    <dl className="desk-counts" aria-label={t('desk.counts.label')}>
      {HISTORY_FILTERS.map((name) => (
        <div key={name} data-count={name}>
          <dt>{t(`desk.counts.${name}`)}</dt>
          <dd>{counts[name]}</dd>
        </div>
      ))}
    </dl>
  );
}

interface SwitchProps {
  readonly action: Extract<DeskAction, 'customer' | 'camera' | 'training' | 'lock'>;
  readonly isOn: boolean;
}

function Switch({ action, isOn }: SwitchProps) {
  const { t } = useTranslation();
  const { run } = useDesk();
  return (
    <ToggleButton className="desk-switch" isSelected={isOn} onChange={() => run(action)}>
      {t(`desk.switches.${action}`)}
      <kbd>{DESK_KEYS[action].label}</kbd>
    </ToggleButton>
  );
}
