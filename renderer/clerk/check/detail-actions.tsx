import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../desk-context.ts';
import { DESK_KEYS, type DeskAction } from '../desk-keys.ts';

/** What can be done about the answer in the pane, each with its key. */
export function DetailActions() {
  const { t } = useTranslation();
  const { message } = useDesk();
  return (
    <div className="desk-actions">
      <ActionButton action="next" isMain />
      <ActionButton action="compare" />
      <ActionButton action="slip" />
      <ActionButton action="copy" />
      <p role="status" className="desk-hint">
        {message.kind === 'copied' && t('desk.detail.copied')}
        {message.kind === 'copy-failed' && t('desk.detail.copyFailed')}
      </p>
    </div>
  );
}

interface ActionButtonProps {
  readonly action: Extract<DeskAction, 'next' | 'compare' | 'slip' | 'copy'>;
  readonly isMain?: boolean;
}

function ActionButton({ action, isMain = false }: ActionButtonProps) {
  const { t } = useTranslation();
  const { run } = useDesk();
  return (
    <Button
      className={isMain ? 'desk-button desk-button-primary' : 'desk-button'}
      onPress={() => run(action)}
    >
      {t(`desk.buttons.${action}`)}
      <kbd>{DESK_KEYS[action].label}</kbd>
    </Button>
  );
}
