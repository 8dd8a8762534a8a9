import type { Dispatch } from 'react';
import { Button, Group } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import {
  COMPANY_CODE_ALPHABET,
  COMPANY_CODE_LENGTH,
} from '../../../shared/certificate/company-code.ts';
import type { KioskEvent } from '../../state/kiosk-state.ts';

interface CodePadProps {
  readonly code: string;
  readonly dispatch: Dispatch<KioskEvent>;
}

/** A key for each character a unified code can have, and no other; two keys to take back. */
export function CodePad({ code, dispatch }: CodePadProps) {
  const { t } = useTranslation();
  const type = (next: string) => dispatch({ type: 'code-typed', code: next });
  const isFull = code.length >= COMPANY_CODE_LENGTH;
  return (
    <Group className="code-pad" aria-label={t('typing.pad')}>
      {[...COMPANY_CODE_ALPHABET].map((character) => (
        <Button
          key={character}
          className="key"
          isDisabled={isFull}
          onPress={() => type(code + character)}
        >
          {character}
        </Button>
      ))}
      <Button
        className="key key-wide"
        data-action="delete"
        isDisabled={code === ''}
        onPress={() => type(code.slice(0, -1))}
      >
        {t('typing.delete')}
      </Button>
      <Button
        className="key key-wide"
        data-action="clear"
        isDisabled={code === ''}
        onPress={() => type('')}
      >
        {t('typing.clear')}
      </Button>
    </Group>
  );
}
