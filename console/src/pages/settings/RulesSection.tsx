import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer } from '@/api/answers';
import { api } from '@/api/client';
import type { Setting } from '@/api/tenancy';
import type { Page } from '@/api/types';
import { Loaded } from '@/ui';
import { SettingCard } from './SettingCard';
import css from './Settings.module.css';

/** Stand in the organisation, and are edited there. */
const ELSEWHERE = ['locale', 'timezone'];

/** All that a tenant can decide, as the API lists it: one that is new there appears here. */
export function RulesSection() {
  const { t } = useTranslation('settings');
  const settings = useQuery({
    queryKey: ['settings'],
    queryFn: () => answer<Page<Setting>>(api.GET('/api/v1/settings')).then(({ items }) => items),
  });
  return (
    <>
      <p className={css.soft}>{t('rules.description')}</p>
      <Loaded query={settings}>
        {(all) => (
          <>
            {all
              .filter(({ key }) => !ELSEWHERE.includes(key))
              .map((setting) => (
                <SettingCard key={setting.key} listed={setting} />
              ))}
          </>
        )}
      </Loaded>
    </>
  );
}
