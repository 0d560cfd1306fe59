import { now, toCalendarDateTime, toZoned, type CalendarDateTime } from '@internationalized/date';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField, DateInput, DateSegment, Label } from 'react-aria-components';
import type { Conversation } from '@/api/types';
import { useLocale } from '@/i18n';
import { useFormats } from '@/lib/format';
import { Button, Dialog } from '@/ui';
import { snooze } from '../data/actions';
import css from './SnoozeDialog.module.css';
import { snoozeChoices } from './snooze';

/** Until when: one of the usual times, or any other. */
export default function SnoozeDialog({
  conversation,
  isOpen,
  onClose,
}: {
  conversation: Conversation;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('inbox');
  return (
    <Dialog title={t('chat.snooze')} isOpen={isOpen} onClose={onClose} size="s">
      <Choices conversation={conversation} onDone={onClose} />
    </Dialog>
  );
}

function Choices({ conversation, onDone }: { conversation: Conversation; onDone: () => void }) {
  const { t } = useTranslation('inbox');
  const formats = useFormats();
  const zone = useLocale().timeZone ?? 'UTC';
  const [value, setValue] = useState<CalendarDateTime | null>(() =>
    toCalendarDateTime(now(zone).add({ days: 2 })).set({ hour: 9, minute: 0, second: 0, millisecond: 0 }),
  );
  const until = value && toZoned(value, zone).toDate();
  const isLater = until !== null && until.getTime() > Date.now();
  const put = (when: Date) => {
    onDone();
    void snooze(conversation, when);
  };
  return (
    <>
      <div className={css.choices}>
        {snoozeChoices(zone).map((choice) => (
          <Button key={choice.id} onPress={() => put(choice.until)}>
            <span className={css.name}>{t(`snooze.${choice.id}`)}</span>
            <span className={css.when}>{formats.dateTime(choice.until)}</span>
          </Button>
        ))}
      </div>
      <DateField className={css.field ?? ''} value={value} onChange={setValue} granularity="minute">
        <Label className={css.label ?? ''}>{t('snooze.other')}</Label>
        <div className={css.row}>
          <DateInput className={css.input ?? ''}>
            {(segment) => <DateSegment segment={segment} className={css.segment ?? ''} />}
          </DateInput>
          <Button variant="primary" isDisabled={!isLater} onPress={() => until && put(until)}>
            {t('chat.snooze')}
          </Button>
        </div>
      </DateField>
    </>
  );
}
