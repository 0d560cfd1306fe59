import { Download, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '@/ui';
import css from './Lightbox.module.css';

/** A picture as large as there is room for. */
export function Lightbox({
  isOpen,
  onClose,
  url,
  name,
  onSave,
}: {
  isOpen: boolean;
  onClose: () => void;
  url: string;
  name: string;
  onSave: () => void;
}) {
  const { t } = useTranslation(['inbox', 'common']);
  return (
    <ModalOverlay
      className={css.overlay ?? ''}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className={css.modal ?? ''}>
        <Dialog className={css.dialog ?? ''} aria-label={name}>
          <div className={css.bar}>
            <span className={css.name}>{name}</span>
            <IconButton label={t('media.save')} icon={<Download size={20} />} onPress={onSave} />
            <IconButton label={t('common:actions.close')} icon={<X size={20} />} onPress={onClose} />
          </div>
          <img className={css.image} src={url} alt={name} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
