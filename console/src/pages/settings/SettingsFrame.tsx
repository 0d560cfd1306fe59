import { Link, Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { usePerson } from '@/app/me';
import { Loading, PageFrame } from '@/ui';
import { SECTIONS, type Section } from './sections';
import css from './Settings.module.css';

export function useSections(): readonly Section[] {
  const { may, has } = usePerson();
  return SECTIONS.filter(
    ({ permissions, feature }) => may(...permissions) && (feature === undefined || has(feature)),
  );
}

/** What stands around the parts of the settings. */
export function SettingsFrame() {
  const { t } = useTranslation(['settings', 'common']);
  const sections = useSections();
  return (
    <PageFrame title={t('title')} wide>
      <div className={css.frame}>
        <nav className={css.nav} aria-label={t('title')}>
          {sections.map(({ to, label }) => (
            <Link key={to} to={to as '/'} className={css.link ?? ''} activeOptions={{ exact: true }}>
              {t(`sections.${label}` as 'sections.rules')}
            </Link>
          ))}
        </nav>
        <div className={css.section}>
          <Suspense fallback={<Loading label={t('common:loading')} />}>
            <Outlet />
          </Suspense>
        </div>
      </div>
    </PageFrame>
  );
}
