import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/api/problems';
import { Banner } from './Banner';
import { Button } from './Button';
import { Failed } from './Failed';
import { Loading } from './Spinner';
import css from './Loaded.module.css';

interface Query<T> {
  data: T | undefined;
  error: Error | null;
  refetch: () => Promise<unknown>;
}

/** What is on its way, failed, or there. What is there stays there when a later attempt fails. */
export function Loaded<T>({ query, children }: { query: Query<T>; children: (data: T) => ReactNode }) {
  const { t } = useTranslation();
  const again = () => void query.refetch();
  if (query.data !== undefined) {
    return (
      <>
        {query.error && (
          <Banner
            tone="warning"
            actions={
              <Button size="s" variant="ghost" onPress={again}>
                {t('actions.tryAgain')}
              </Button>
            }
          >
            {problemText(query.error)}
          </Banner>
        )}
        {children(query.data)}
      </>
    );
  }
  if (query.error) {
    return <Failed failure={query.error} retry={again} />;
  }
  return <Loading label={t('loading')} />;
}

/** What a form says above its buttons when it was refused for a reason that belongs to no field. */
export function FormProblem({ text }: { text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <div className={css.problem}>
      <Banner tone="danger">{text}</Banner>
    </div>
  );
}
