import { useTranslation } from 'react-i18next';
import { Checkbox } from '@/ui';
import css from './Settings.module.css';

const EVENTS = [
  'conversation-opened',
  'conversation-assigned',
  'message-received',
  'channel-failed',
  'limit-reached',
  'member-joined',
] as const;
const RECIPIENTS = ['assignee', 'agents', 'supervisors', 'admins', 'owner'] as const;
const WAYS = ['console', 'email'] as const;

export interface NotificationRule {
  event: string;
  to: string[];
  by: string[];
}

/** Whether each rule says both who and how, or neither. */
export function rulesFit(rules: readonly NotificationRule[]): boolean {
  return rules.every(({ to, by }) => to.length > 0 === by.length > 0);
}

export function NotificationsEditor({
  value,
  onChange,
  isDisabled,
}: {
  value: NotificationRule[];
  onChange: (rules: NotificationRule[]) => void;
  isDisabled: boolean;
}) {
  const { t } = useTranslation('settings');
  const change = (rule: NotificationRule) => {
    const others = value.filter(({ event }) => event !== rule.event);
    onChange(rule.to.length === 0 && rule.by.length === 0 ? others : [...others, rule]);
  };
  return (
    <div className={css.rules}>
      {EVENTS.map((event) => {
        const rule = value.find((one) => one.event === event) ?? { event, to: [], by: [] };
        const toggle = (field: 'to' | 'by', id: string) => (selected: boolean) =>
          change({
            ...rule,
            [field]: selected ? [...rule[field], id] : rule[field].filter((one) => one !== id),
          });
        return (
          <fieldset key={event} className={css.rule}>
            <legend>{t(`notify.events.${event}`)}</legend>
            <div className={css.checks} role="group" aria-label={t('notify.to')}>
              {RECIPIENTS.map((id) => (
                <Checkbox
                  key={id}
                  isSelected={rule.to.includes(id)}
                  onChange={toggle('to', id)}
                  isDisabled={isDisabled}
                >
                  {t(`notify.recipients.${id}`)}
                </Checkbox>
              ))}
            </div>
            <div className={css.checks} role="group" aria-label={t('notify.by')}>
              {WAYS.map((id) => (
                <Checkbox
                  key={id}
                  isSelected={rule.by.includes(id)}
                  onChange={toggle('by', id)}
                  isDisabled={isDisabled}
                >
                  {t(`notify.ways.${id}`)}
                </Checkbox>
              ))}
            </div>
            {!rulesFit([rule]) && <p className={css.wrong}>{t('notify.both')}</p>}
          </fieldset>
        );
      })}
    </div>
  );
}
