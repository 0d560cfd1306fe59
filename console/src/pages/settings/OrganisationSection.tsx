import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '@/api/answers';
import { api } from '@/api/client';
import type { OrganisationDetails } from '@/api/tenancy';
import { ifMatch, versioned, type Versioned } from '@/api/versioned';
import { usePerson } from '@/app/me';
import { useLocale } from '@/i18n';
import { countryOptions, languageOptions, timeZoneOptions } from '@/lib/places';
import { useSave } from '@/lib/save';
import {
  Button,
  Card,
  ComboBox,
  Form,
  FormActions,
  FormLine,
  FormProblem,
  Loaded,
  TextField,
  toast,
} from '@/ui';
import css from './Settings.module.css';

const TEXTS = ['name', 'email', 'phone', 'industry', 'website', 'domain'] as const;
const CHOSEN = ['locale', 'timezone', 'country'] as const;
const FIELDS = [...TEXTS, ...CHOSEN];
type Field = (typeof FIELDS)[number];
type Values = Record<Field, string>;

export function OrganisationSection() {
  const tenant = useQuery({
    queryKey: ['organisation'],
    queryFn: () => versioned<OrganisationDetails>(api.GET('/api/v1/tenant')),
  });
  return (
    <Loaded query={tenant}>
      {(loaded) => (
        // Other values than those that were edited make another form.
        <OrganisationForm key={loaded.etag} loaded={loaded} reload={() => void tenant.refetch()} />
      )}
    </Loaded>
  );
}

function valuesOf(tenant: OrganisationDetails): Values {
  return Object.fromEntries(FIELDS.map((field) => [field, tenant[field] ?? ''])) as Values;
}

/** Only what was changed; emptied is unset. */
function changesOf(before: Values, now: Values): Record<string, string | null> {
  return Object.fromEntries(
    FIELDS.filter((field) => now[field].trim() !== before[field]).map((field) => [
      field,
      now[field].trim() === '' ? null : now[field].trim(),
    ]),
  );
}

function OrganisationForm({
  loaded,
  reload,
}: {
  loaded: Versioned<OrganisationDetails>;
  reload: () => void;
}) {
  const { t } = useTranslation(['settings', 'common']);
  const { locale } = useLocale();
  const { may } = usePerson();
  const queries = useQueryClient();
  const before = valuesOf(loaded.value);
  const [values, setValues] = useState(before);
  const isFixed = !may('tenant:manage');
  const set = (field: Field) => (value: string | null) =>
    setValues((now) => ({ ...now, [field]: value ?? '' }));
  const changes = changesOf(before, values);
  const { save, isPending, errors, problem, conflict } = useSave({
    save: (change: Record<string, string | null>, overwrite) =>
      answer<OrganisationDetails>(
        api.PATCH('/api/v1/tenant', {
          params: { header: ifMatch(overwrite ? undefined : loaded.etag) },
          body: change as never,
        }),
      ),
    onSaved: () => {
      toast(t('saved'), { tone: 'success' });
      for (const key of ['organisation', 'tenant', 'me', 'settings']) {
        void queries.invalidateQueries({ queryKey: [key] });
      }
    },
    reload,
    fields: FIELDS,
  });
  const hints: Partial<Record<Field, string>> = {
    website: t('organisation.websiteHint'),
    domain: t('organisation.domainHint'),
  };
  return (
    <Form onSubmit={() => save(changes)}>
      <Card title={t('organisation.title')} description={t('organisation.description')}>
        <div className={css.columns}>
          {TEXTS.map((field) => (
            <TextField
              key={field}
              label={t(`organisation.${field}`)}
              description={hints[field]}
              value={values[field]}
              onChange={set(field)}
              error={errors[field]}
              isReadOnly={isFixed}
            />
          ))}
          <TextField
            label={t('organisation.slug')}
            description={t('organisation.slugHint')}
            value={loaded.value.slug}
            isReadOnly
          />
        </div>
      </Card>
      <Card title={t('organisation.place')}>
        <div className={css.columns}>
          <ComboBox
            label={t('organisation.locale')}
            description={t('organisation.localeHint')}
            options={languageOptions(locale, values.locale)}
            value={values.locale}
            onChange={set('locale')}
            error={errors.locale}
            isDisabled={isFixed}
          />
          <ComboBox
            label={t('organisation.timezone')}
            description={t('organisation.timezoneHint')}
            options={timeZoneOptions(values.timezone)}
            value={values.timezone}
            onChange={set('timezone')}
            error={errors.timezone}
            isDisabled={isFixed}
          />
          <ComboBox
            label={t('organisation.country')}
            description={t('organisation.countryHint')}
            options={countryOptions(locale)}
            value={values.country}
            onChange={set('country')}
            error={errors.country}
            isDisabled={isFixed}
          />
        </div>
      </Card>
      <FormProblem text={problem} />
      <FormActions>
        {isFixed ? (
          <p className={css.soft}>{t('readOnly')}</p>
        ) : (
          <Button
            variant="primary"
            type="submit"
            isPending={isPending}
            isDisabled={Object.keys(changes).length === 0}
          >
            {t('common:actions.save')}
          </Button>
        )}
      </FormActions>
      <FormLine>{conflict}</FormLine>
    </Form>
  );
}
