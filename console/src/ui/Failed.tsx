import { CloudAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/api/problems';
import { Button } from './Button';
import { EmptyState } from './EmptyState';

/** In place of what could not be loaded. */
export function Failed({ failure, retry }: { failure: unknown; retry: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<CloudAlert />}
      title={t('failed.loadTitle')}
      actions={<Button onPress={retry}>{t('actions.tryAgain')}</Button>}
    >
      {problemText(failure)}
    </EmptyState>
  );
}
