import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer } from '@/api/answers';
import { api } from '@/api/client';
import type { Setting } from '@/api/tenancy';
import { ifMatch, versioned } from '@/api/versioned';
import { usePerson } from '@/app/me';
import { useFormats } from '@/lib/format';
import { useSave } from '@/lib/save';
import { Badge, Button, Card, Form, FormActions, FormProblem, toast, toastProblem } from '@/ui';
import { BusinessHoursEditor } from './BusinessHoursEditor';
import { ChoiceEditor, DurationEditor, PeriodEditor } from './editors';
import { faultOf, toSend, type BusinessHours } from './hours';
import { NotificationsEditor, rulesFit, type NotificationRule } from './NotificationsEditor';
import css from './Settings.module.css';

/** One setting: what it is for, its value in an editor of its type, and the way back to the default. */
export function SettingCard({ listed }: { listed: Setting }) {
  const path = { key: listed.key };
  const current = useQuery({
    queryKey: ['settings', listed.key],
    queryFn: () => versioned<Setting>(api.GET('/api/v1/settings/{key}', { params: { path } })),
  });
  const setting = current.data?.value ?? listed;
  return (
    <SettingForm
      key={`${current.data?.etag ?? ''}${JSON.stringify(setting.value)}`}
      setting={setting}
      etag={current.data?.etag}
      reload={() => void current.refetch()}
    />
  );
}

function SettingForm({
  setting,
  etag,
  reload,
}: {
  setting: Setting;
  etag: string | undefined;
  reload: () => void;
}) {
  const { t, i18n } = useTranslation(['settings', 'common']);
  const { relative } = useFormats();
  const { may, tenant } = usePerson();
  const queries = useQueryClient();
  const [value, setValue] = useState<unknown>(setting.value);
  const path = { key: setting.key };
  const refresh = () => void queries.invalidateQueries({ queryKey: ['settings'] });
  const { save, isPending, problem, conflict } = useSave({
    save: (next: unknown, overwrite) =>
      answer<Setting>(
        api.PUT('/api/v1/settings/{key}', {
          params: { path, header: ifMatch(overwrite ? undefined : etag) },
          body: { value: next } as never,
        }),
      ),
    onSaved: () => {
      refresh();
      toast(t('saved'), { tone: 'success' });
    },
    reload,
  });
  const reset = useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/settings/{key}', { params: { path } })),
    onSuccess: () => {
      const before = setting.value;
      refresh();
      toast(t('saved'), {
        tone: 'success',
        action: { label: t('common:actions.undo'), run: () => save(before) },
      });
    },
    onError: toastProblem,
  });
  const words = `settings:keys.${setting.key.replace('.', '_')}`;
  const known = i18n.exists(`${words}.title`);
  const title = known ? t(`${words}.title` as 'keys.notifications.title') : setting.key;
  const text = known
    ? t(`${words}.text` as 'keys.business-hours.text', { zone: tenant.timezone })
    : setting.description;
  const isFixed = !may('settings:manage');
  const isChanged = JSON.stringify(value) !== JSON.stringify(setting.value);
  return (
    <Card
      title={title}
      description={text}
      actions={
        <span className={css.head}>
          {!setting.inEffect && <Badge tone="warning">{t('rules.noEffect')}</Badge>}
          {setting.isDefault ? (
            <Badge>{t('rules.default')}</Badge>
          ) : (
            setting.changedAt && (
              <span className={css.small}>{t('rules.changed', { when: relative(setting.changedAt) })}</span>
            )
          )}
        </span>
      }
    >
      {!setting.inEffect && <p className={css.small}>{t('rules.noEffectText')}</p>}
      <Form onSubmit={() => isFits(setting, value) && save(toSendOf(setting, value))}>
        <Editor setting={setting} title={title} value={value} onChange={setValue} isDisabled={isFixed} />
        <FormProblem text={problem} />
        {!isFixed && (
          <FormActions>
            <Button
              variant="primary"
              type="submit"
              isPending={isPending}
              isDisabled={!isChanged || !isFits(setting, value)}
            >
              {t('common:actions.save')}
            </Button>
            {!setting.isDefault && (
              <Button variant="ghost" isPending={reset.isPending} onPress={() => reset.mutate()}>
                {t('rules.toDefault')}
              </Button>
            )}
          </FormActions>
        )}
      </Form>
      {conflict}
    </Card>
  );
}

/** Whether it can be sent; what is missing is said in the editor. */
function isFits(setting: Setting, value: unknown): boolean {
  if (setting.key === 'business-hours') {
    const hours = value as BusinessHours;
    return (
      Object.values(hours.weekly).every((day) => faultOf(day) === undefined) &&
      (hours.holidays ?? []).every((one) => one.date !== '' && faultOf(one.hours ?? []) === undefined)
    );
  }
  if (setting.key === 'notifications') return rulesFit(value as NotificationRule[]);
  return typeof value !== 'string' || value !== '';
}

function toSendOf(setting: Setting, value: unknown): unknown {
  if (setting.key === 'business-hours') return toSend(value as BusinessHours);
  if (setting.key === 'notifications') {
    return (value as NotificationRule[]).filter(({ to }) => to.length > 0);
  }
  return value;
}

function Editor({
  setting,
  title,
  value,
  onChange,
  isDisabled,
}: {
  setting: Setting;
  title: string;
  value: unknown;
  onChange: (value: unknown) => void;
  isDisabled: boolean;
}) {
  const { t } = useTranslation('settings');
  if (setting.key === 'business-hours') {
    return <BusinessHoursEditor value={value as BusinessHours} onChange={onChange} isDisabled={isDisabled} />;
  }
  if (setting.key === 'notifications') {
    return (
      <NotificationsEditor value={value as NotificationRule[]} onChange={onChange} isDisabled={isDisabled} />
    );
  }
  const common = { title, onChange, isDisabled, value: String(value) };
  switch (setting.type) {
    case 'choice':
      return <ChoiceEditor {...common} choices={setting.choices ?? []} />;
    case 'duration':
      return <DurationEditor {...common} />;
    case 'period':
      return <PeriodEditor {...common} />;
    default:
      return (
        <p className={css.small}>
          <code>{JSON.stringify(value)}</code> {t('rules.unknown')}
        </p>
      );
  }
}
