import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ExternalLink, LogOut } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '@/api/answers';
import { api } from '@/api/client';
import type { Me } from '@/api/types';
import { ifMatch, versioned, type Versioned } from '@/api/versioned';
import { usePerson } from '@/app/me';
import { signOut } from '@/auth/session';
import { currentLanguage, languageOf, LANGUAGES, speak, useLocale, type Language } from '@/i18n';
import { consoleConfig } from '@/lib/config';
import { languageOptions, timeZoneOptions } from '@/lib/places';
import { useSave } from '@/lib/save';
import { chooseTheme, THEMES, useTheme } from '@/lib/theme';
import {
  Avatar,
  Button,
  Card,
  Checkbox,
  Choices,
  ComboBox,
  Confirm,
  Facts,
  Form,
  FormActions,
  FormProblem,
  Loaded,
  PageFrame,
  Segmented,
  toast,
} from '@/ui';
import css from './Profile.module.css';

const NAMES: Record<Language, string> = { en: 'English', es: 'Español' };

/** Who one is, and how one wants it. */
export function ProfilePage() {
  const { t } = useTranslation(['profile', 'common']);
  const { me, tenant } = usePerson();
  const theme = useTheme();
  const [leaving, setLeaving] = useState(false);
  const own = useQuery({
    queryKey: ['me', 'versioned'],
    queryFn: () => versioned<Me>(api.GET('/api/v1/me')),
  });
  const account = `${consoleConfig().oidcIssuer.replace(/\/$/, '')}/account/`;
  return (
    <PageFrame title={t('title')}>
      <Card>
        <div className={css.who}>
          <Avatar id={me.user.id} name={me.user.name} size={56} />
          <div className={css.words}>
            <h2 dir="auto">{me.user.name}</h2>
            <p className={css.soft}>
              {[tenant.name, me.role && t(`common:roles.${me.role}`)].filter(Boolean).join(' · ')}
            </p>
          </div>
        </div>
        <Facts
          facts={[
            [t('email'), me.user.email],
            [t('phone'), me.user.phone],
          ]}
        />
        <p className={css.soft}>{t('nameElsewhere')}</p>
      </Card>
      <Card title={t('device')} description={t('deviceText')}>
        <div className={css.device}>
          <span>{t('common:theme.label')}</span>
          <Segmented
            label={t('common:theme.label')}
            value={theme}
            onChange={chooseTheme}
            options={THEMES.map((id) => ({ id, label: t(`common:theme.${id}`) }))}
          />
          <span>{t('common:language')}</span>
          <Segmented
            label={t('common:language')}
            value={currentLanguage()}
            onChange={(language) => void speak(language)}
            options={LANGUAGES.map((id) => ({ id, label: NAMES[id] }))}
          />
        </div>
      </Card>
      <Card title={t('preferences')} description={t('preferencesText')}>
        <Loaded query={own}>
          {(loaded) => <Preferences key={loaded.etag} loaded={loaded} reload={() => void own.refetch()} />}
        </Loaded>
      </Card>
      <Card title={t('security')} description={t('securityText')}>
        <FormActions>
          <a className={css.link} href={account} target="_blank" rel="noopener noreferrer">
            <ExternalLink size={16} aria-hidden="true" />
            {t('account')}
          </a>
          <Button icon={<LogOut size={16} />} onPress={() => setLeaving(true)}>
            {t('signOutHere')}
          </Button>
        </FormActions>
        <p className={css.soft}>
          {t('everywhere')}{' '}
          <a href={`${account}device-activity`} target="_blank" rel="noopener noreferrer">
            {t('devices')}
          </a>
        </p>
      </Card>
      <Confirm
        title={t('signOutTitle')}
        isOpen={leaving}
        onClose={() => setLeaving(false)}
        onConfirm={() => void signOut(me.user.id)}
        confirmLabel={t('signOutHere')}
      >
        <p>{t('signOutText')}</p>
      </Confirm>
    </PageFrame>
  );
}

type Ways = 'as-tenant' | 'chosen';
const WAYS = ['console', 'email'] as const;

function Preferences({ loaded, reload }: { loaded: Versioned<Me>; reload: () => void }) {
  const { t } = useTranslation(['profile', 'common']);
  const { locale } = useLocale();
  const { tenant } = usePerson();
  const queries = useQueryClient();
  const before = loaded.value.preferences ?? {};
  const [language, setLanguage] = useState<string | null>(before.locale ?? null);
  const [zone, setZone] = useState<string | null>(before.timezone ?? null);
  const [ways, setWays] = useState<string[] | null>(before.notificationWays ?? null);
  const { save, isPending, errors, problem, conflict } = useSave({
    save: (preferences: Record<string, unknown>, overwrite) =>
      answer<Me>(
        api.PATCH('/api/v1/me', {
          params: { header: ifMatch(overwrite ? undefined : loaded.etag) },
          body: { preferences } as never,
        }),
      ),
    onSaved: () => {
      const spoken = languageOf(language);
      if (spoken) void speak(spoken);
      void queries.invalidateQueries({ queryKey: ['me'] });
      toast(t('saved'), { tone: 'success' });
    },
    reload,
    fields: ['preferences.locale', 'preferences.timezone'],
  });
  return (
    <Form onSubmit={() => save({ locale: language, timezone: zone, notificationWays: ways })}>
      <ComboBox
        label={t('locale')}
        description={t('asTenant', { value: tenant.locale })}
        options={languageOptions(locale, language ?? undefined)}
        value={language}
        onChange={setLanguage}
        error={errors['preferences.locale']}
      />
      <ComboBox
        label={t('timezone')}
        description={t('asTenant', { value: tenant.timezone })}
        options={timeZoneOptions(zone ?? undefined)}
        value={zone}
        onChange={setZone}
        error={errors['preferences.timezone']}
      />
      <Choices<Ways>
        label={t('notifications')}
        value={ways === null ? 'as-tenant' : 'chosen'}
        onChange={(chosen) => setWays(chosen === 'as-tenant' ? null : ['console'])}
        choices={[
          { id: 'as-tenant', label: t('waysAsTenant') },
          { id: 'chosen', label: t('waysChosen'), description: t('noEffect') },
        ]}
      />
      {ways !== null && (
        <div className={css.ways} role="group" aria-label={t('waysChosen')}>
          {WAYS.map((way) => (
            <Checkbox
              key={way}
              isSelected={ways.includes(way)}
              onChange={(on) => setWays(on ? [...ways, way] : ways.filter((one) => one !== way))}
            >
              {t(`ways.${way}`)}
            </Checkbox>
          ))}
        </div>
      )}
      <FormProblem text={problem} />
      <FormActions>
        <Button variant="primary" type="submit" isPending={isPending}>
          {t('common:actions.save')}
        </Button>
      </FormActions>
      {conflict}
    </Form>
  );
}
