import { CircleAlert, CircleCheck, CircleDashed, CirclePause } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '@/ui';
import { HEALTH_TONES, healthOf, type ConnectedChannel, type Health } from './channel';

const ICONS: Record<Health, typeof CircleCheck> = {
  connected: CircleCheck,
  manual: CircleDashed,
  unchecked: CircleDashed,
  held: CircleAlert,
  failed: CircleAlert,
  disabled: CirclePause,
};

export function HealthBadge({ channel }: { channel: ConnectedChannel }) {
  const { t } = useTranslation('channels');
  const health = healthOf(channel);
  const Icon = ICONS[health];
  return (
    <Badge tone={HEALTH_TONES[health]} icon={<Icon size={13} aria-hidden="true" />}>
      {t(`health.${health}`)}
    </Badge>
  );
}
