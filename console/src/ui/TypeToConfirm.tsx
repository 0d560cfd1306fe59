import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { TextField } from './Field';
import { Form } from './Form';

/** Asks for a name to be typed before what nobody can take back. */
export function TypeToConfirm({
  title,
  expected,
  label,
  confirmLabel,
  isPending,
  onConfirm,
  onClose,
  children,
}: {
  title: string;
  /** What has to be typed. */
  expected: string;
  label: string;
  confirmLabel: string;
  isPending: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const isRight = typed.trim() === expected.trim();
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      modal
      size="s"
      footer={
        <>
          <Button onPress={onClose}>{t('actions.cancel')}</Button>
          <Button variant="danger" isDisabled={!isRight} isPending={isPending} onPress={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
      <Form onSubmit={() => isRight && !isPending && onConfirm()}>
        <TextField label={label} value={typed} onChange={setTyped} autoComplete="off" />
      </Form>
    </Dialog>
  );
}
