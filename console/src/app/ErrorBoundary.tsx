import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/api/problems';
import { Button, EmptyState } from '@/ui';

/** What a page shows that failed. A chunk that is gone after an update comes back with a new load. */
export function PageFailed({ error, reset }: { error: unknown; reset?: () => void }) {
  const { t } = useTranslation();
  const outdated =
    error instanceof Error && /dynamically imported module|Importing a module/.test(error.message);
  return (
    <EmptyState
      icon={<TriangleAlert />}
      title={outdated ? t('failed.outdatedTitle') : t('failed.title')}
      actions={
        <>
          {reset && !outdated && <Button onPress={reset}>{t('actions.tryAgain')}</Button>}
          <Button variant="primary" onPress={() => window.location.reload()}>
            {t('actions.reload')}
          </Button>
        </>
      }
    >
      {outdated ? t('failed.outdatedText') : problemText(error)}
    </EmptyState>
  );
}

export function PageNotFound() {
  const { t } = useTranslation();
  return <EmptyState title={t('failed.notFoundTitle')}>{t('failed.notFoundText')}</EmptyState>;
}
