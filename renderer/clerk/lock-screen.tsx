import { useState } from 'react';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { kioskBridge } from '../kiosk-bridge.ts';
import { useDesk } from './desk-context.ts';

/**
 * Hides everything while the clerk is away or hands over. It is no login: whoever goes on says
 * which desk or clerk the records belong to from then on.
 */
export function LockScreen() {
  const { t } = useTranslation();
  const { state, dispatch } = useDesk();
  const [name, setName] = useState(state.deskName);
  return (
    <Form
      className="desk-lock"
      onSubmit={(event) => {
        event.preventDefault();
        const deskName = name.trim();
        void kioskBridge().recordDeskAction({ action: 'desk-unlocked', deskName });
        dispatch({ type: 'unlocked', deskName });
      }}
    >
      <h1>{t('desk.lock.title')}</h1>
      <p>{t('desk.lock.hint')}</p>
      <TextField className="desk-field" value={name} onChange={setName} maxLength={40} autoFocus>
        <Label>{t('desk.lock.name')}</Label>
        <Input />
      </TextField>
      <Button type="submit" className="desk-button desk-button-primary">
        {t('desk.lock.unlock')}
      </Button>
    </Form>
  );
}
