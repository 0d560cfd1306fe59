import { useTranslation } from 'react-i18next';
import { Button, CopyField, Dialog } from '@/ui';

/** The one time that a key is seen. */
export function MadeKey({ name, secret, onClose }: { name: string; secret: string; onClose: () => void }) {
  const { t } = useTranslation('keys');
  return (
    <Dialog
      title={t('madeTitle', { name })}
      isOpen
      onClose={onClose}
      modal
      footer={
        <Button variant="primary" onPress={onClose}>
          {t('kept')}
        </Button>
      }
    >
      <p>{t('madeText')}</p>
      <CopyField label={t('key')} value={secret} />
    </Dialog>
  );
}
