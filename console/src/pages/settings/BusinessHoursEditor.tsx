import { Copy, Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton, TextField } from '@/ui';
import {
  endOf,
  faultOf,
  nextInterval,
  shownEnd,
  WEEKDAYS,
  type BusinessHours,
  type Holiday,
  type Interval,
} from './hours';
import css from './Settings.module.css';

/** A week's hours, and the days on which others hold. */
export function BusinessHoursEditor({
  value,
  onChange,
  isDisabled,
}: {
  value: BusinessHours;
  onChange: (hours: BusinessHours) => void;
  isDisabled: boolean;
}) {
  const { t } = useTranslation('settings');
  const { weekly, holidays = [] } = value;
  const monday = weekly.monday ?? [];
  const setHolidays = (next: Holiday[]) => onChange({ ...value, holidays: next });
  return (
    <>
      <div className={css.week}>
        {WEEKDAYS.map((day) => (
          <fieldset key={day} className={css.dayLine}>
            <legend className="visually-hidden">{t(`hours.${day}`)}</legend>
            <span className={css.dayName} aria-hidden="true">
              {t(`hours.${day}`)}
            </span>
            <Intervals
              name={t(`hours.${day}`)}
              intervals={weekly[day] ?? []}
              onChange={(intervals) => onChange({ ...value, weekly: { ...weekly, [day]: intervals } })}
              isDisabled={isDisabled}
            />
          </fieldset>
        ))}
      </div>
      {!isDisabled && (
        <div>
          <Button
            size="s"
            variant="ghost"
            icon={<Copy size={15} />}
            onPress={() =>
              onChange({
                ...value,
                weekly: {
                  ...weekly,
                  ...Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, monday])),
                },
              })
            }
          >
            {t('hours.copy')}
          </Button>
        </div>
      )}
      <div className={css.stack}>
        <div>
          <h3>{t('hours.holidays')}</h3>
          <p className={css.small}>
            {holidays.length === 0 ? t('hours.noHolidays') : t('hours.holidaysHint')}
          </p>
        </div>
        {holidays.map((holiday, at) => (
          <HolidayLine
            // Holidays have no ids, and their order here does not change while they are edited.
            key={at}
            holiday={holiday}
            isDisabled={isDisabled}
            onChange={(next) => setHolidays(holidays.map((one, index) => (index === at ? next : one)))}
            onRemove={() => setHolidays(holidays.filter((_, index) => index !== at))}
          />
        ))}
        {!isDisabled && (
          <div>
            <Button
              size="s"
              icon={<Plus size={15} />}
              onPress={() => setHolidays([...holidays, { date: '', hours: [] }])}
            >
              {t('hours.addHoliday')}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

function Intervals({
  name,
  intervals,
  onChange,
  isDisabled,
}: {
  name: string;
  intervals: readonly Interval[];
  onChange: (intervals: Interval[]) => void;
  isDisabled: boolean;
}) {
  const { t } = useTranslation('settings');
  const fault = faultOf(intervals);
  const set = (at: number, change: Partial<Interval>) =>
    onChange(intervals.map((one, index) => (index === at ? { ...one, ...change } : one)));
  return (
    <div className={css.intervals}>
      {intervals.length === 0 && <p className={css.closed}>{t('hours.closed')}</p>}
      {intervals.map((interval, at) => (
        <div key={at} className={css.interval}>
          <div className={css.time}>
            <TextField
              label={t('hours.from')}
              hideLabel
              type="time"
              value={interval.from}
              onChange={(from) => set(at, { from })}
              isDisabled={isDisabled}
            />
          </div>
          <span aria-hidden="true">–</span>
          <div className={css.time}>
            <TextField
              label={t('hours.to')}
              hideLabel
              type="time"
              value={shownEnd(interval.to)}
              onChange={(to) => set(at, { to: endOf(to) })}
              isDisabled={isDisabled}
            />
          </div>
          {!isDisabled && (
            <IconButton
              label={t('hours.remove')}
              size="s"
              icon={<X size={16} />}
              onPress={() => onChange(intervals.filter((_, index) => index !== at))}
            />
          )}
        </div>
      ))}
      {fault && (
        <p className={css.wrong} role="alert">
          {t(`hours.${fault}`)}
        </p>
      )}
      {!isDisabled && intervals.length < 12 && (
        <div>
          <Button
            size="s"
            variant="ghost"
            icon={<Plus size={15} />}
            aria-label={t('hours.addTo', { day: name })}
            onPress={() => onChange([...intervals, nextInterval(intervals)])}
          >
            {t('hours.add')}
          </Button>
        </div>
      )}
    </div>
  );
}

function HolidayLine({
  holiday,
  onChange,
  onRemove,
  isDisabled,
}: {
  holiday: Holiday;
  onChange: (holiday: Holiday) => void;
  onRemove: () => void;
  isDisabled: boolean;
}) {
  const { t } = useTranslation('settings');
  return (
    <fieldset className={css.dayLine}>
      <legend className="visually-hidden">{holiday.name ?? t('hours.holidays')}</legend>
      <div className={css.stack}>
        <TextField
          label={t('hours.date')}
          type="date"
          value={holiday.date}
          onChange={(date) => onChange({ ...holiday, date })}
          error={holiday.date === '' ? t('hours.dateMissing') : undefined}
          isDisabled={isDisabled}
        />
      </div>
      <div className={css.stack}>
        <div className={css.inline}>
          <TextField
            label={t('hours.name')}
            value={holiday.name ?? ''}
            maxLength={100}
            onChange={(name) => {
              const rest = { date: holiday.date, hours: holiday.hours ?? [] };
              onChange(name === '' ? rest : { ...rest, name });
            }}
            isDisabled={isDisabled}
          />
          {!isDisabled && (
            <IconButton label={t('hours.removeHoliday')} icon={<X size={16} />} onPress={onRemove} />
          )}
        </div>
        <Intervals
          name={holiday.name ?? holiday.date}
          intervals={holiday.hours ?? []}
          onChange={(hours) => onChange({ ...holiday, hours })}
          isDisabled={isDisabled}
        />
      </div>
    </fieldset>
  );
}
