import { Check, CheckCheck, CircleAlert, CircleHelp, Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MessageStatus } from '@/api/types';
import css from './Ticks.module.css';

const ICONS = {
  queued: Clock,
  sent: Check,
  delivered: CheckCheck,
  read: CheckCheck,
  failed: CircleAlert,
  unknown: CircleHelp,
} as const;

/** How far a message of ours has come. */
export function Ticks({ status }: { status: Exclude<MessageStatus, 'received'> }) {
  const { t } = useTranslation('inbox');
  const Icon = ICONS[status];
  return (
    <span className={`${css.ticks} ${css[status]}`} data-status={status} title={t(`ticks.${status}`)}>
      <Icon size={15} aria-hidden="true" />
      <span className="visually-hidden">{t(`ticks.${status}`)}</span>
    </span>
  );
}
