import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Notice, Button } from '@/ui';

/** Another contact has the identity already: leads there, where the two can be made one. */
export function TakenBy({ contactId, onLeave }: { contactId: string; onLeave: () => void }) {
  const { t } = useTranslation('contacts');
  const navigate = useNavigate();
  return (
    <Notice
      tone="warning"
      actions={
        <Button
          size="s"
          onPress={() => {
            onLeave();
            void navigate({ to: '/contacts/$contactId', params: { contactId } });
          }}
        >
          {t('taken.open')}
        </Button>
      }
    >
      {t('taken.text')}
    </Notice>
  );
}
