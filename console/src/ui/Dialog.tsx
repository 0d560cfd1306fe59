import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button, IconButton } from './Button';
import css from './Dialog.module.css';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons, the main one last. */
  footer?: ReactNode;
  size?: 's' | 'm' | 'l';
  /** Only by its buttons, not by a click beside it. */
  modal?: boolean;
}

export function Dialog({ title, isOpen, onClose, children, footer, size = 'm', modal = false }: DialogProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      className={css.overlay ?? ''}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!modal}
    >
      <Modal className={`${css.modal} ${css[size]}`}>
        <AriaDialog className={css.dialog ?? ''}>
          <header className={css.header}>
            <Heading slot="title" className={css.title ?? ''}>
              {title}
            </Heading>
            <IconButton label={t('actions.close')} icon={<X size={18} />} size="s" onPress={onClose} />
          </header>
          <div className={css.body}>{children}</div>
          {footer && <footer className={css.footer}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface ConfirmProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  onConfirm: () => void;
  confirmLabel: string;
  isPending?: boolean;
  danger?: boolean;
  children: ReactNode;
}

/** Asks before what cannot be undone. */
export function Confirm({
  confirmLabel,
  onConfirm,
  isPending = false,
  danger = false,
  ...props
}: ConfirmProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      {...props}
      size="s"
      footer={
        <>
          <Button onPress={props.onClose}>{t('actions.cancel')}</Button>
          <Button variant={danger ? 'danger' : 'primary'} isPending={isPending} onPress={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    />
  );
}
