import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import css from './LoadMore.module.css';

/** The part of an infinite query that it goes by. */
export interface Pages {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => unknown;
}

/** Below a list: asks for the next page when it comes into sight, and by its button. */
export function LoadMore({ pages }: { pages: Pages }) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages;
  useEffect(() => {
    const element = place.current;
    if (!element || !hasNextPage || isFetchingNextPage || isFetchNextPageError) return;
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) void fetchNextPage();
      },
      { rootMargin: '400px' },
    );
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  if (!hasNextPage) return null;
  return (
    <div className={css.more} ref={place}>
      <Button isPending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
        {isFetchNextPageError ? t('actions.tryAgain') : t('actions.loadMore')}
      </Button>
    </div>
  );
}
