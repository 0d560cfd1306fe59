import { useQuery } from '@tanstack/react-query';
import { ListFilter, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge, IconButton, Menu } from '@/ui';
import { channelsOptions, labelsOptions } from '../data/queries';
import { defaultStatus, STATUSES, statusOf, type InboxSearch } from '../search';
import css from './Filters.module.css';
import { LabelDot } from './LabelDot';

const ANY = 'any';

/** Status, label and channel; what is chosen is named beside the button. */
export function Filters({
  search,
  onChange,
}: {
  search: InboxSearch;
  onChange: (changed: InboxSearch) => void;
}) {
  const { t } = useTranslation('inbox');
  const { data: labels = [] } = useQuery(labelsOptions);
  const { data: channels = [] } = useQuery(channelsOptions);
  const without = (name: keyof InboxSearch) => {
    const { [name]: _left, ...rest } = search;
    return rest;
  };
  const choose = (name: 'status' | 'label' | 'channel', value: string | undefined, none: string) =>
    onChange(value === undefined || value === none ? without(name) : { ...search, [name]: value });
  const label = labels.find(({ id }) => id === search.label);
  const channel = channels.find(({ id }) => id === search.channel);

  return (
    <div className={css.filters}>
      {statusOf(search) !== defaultStatus(search) && (
        <Chosen name={t(`status.${statusOf(search)}`)} onRemove={() => onChange(without('status'))} />
      )}
      {label && <Chosen name={label.name} onRemove={() => onChange(without('label'))} />}
      {channel && <Chosen name={channel.name} onRemove={() => onChange(without('channel'))} />}
      <Menu
        label={t('list.filters')}
        trigger={
          <IconButton
            label={t('list.filters')}
            icon={<ListFilter size={18} aria-hidden="true" />}
            isActive={search.status !== undefined || label !== undefined || channel !== undefined}
          />
        }
        groups={[
          {
            id: 'status',
            title: t('list.status'),
            selection: 'single',
            selected: [statusOf(search)],
            onSelect: ([chosen]) => choose('status', chosen, defaultStatus(search)),
            entries: STATUSES.map((status) => ({ id: status, label: t(`status.${status}`) })),
          },
          {
            id: 'label',
            title: t('list.labels'),
            selection: 'single',
            selected: [search.label ?? ANY],
            onSelect: ([chosen]) => choose('label', chosen, ANY),
            entries:
              labels.length === 0
                ? []
                : [
                    { id: ANY, label: t('list.anyLabel') },
                    ...labels.map(({ id, name, color }) => ({
                      id,
                      label: name,
                      icon: <LabelDot color={color} />,
                    })),
                  ],
          },
          {
            id: 'channel',
            title: t('list.channel'),
            selection: 'single',
            selected: [search.channel ?? ANY],
            onSelect: ([chosen]) => choose('channel', chosen, ANY),
            entries:
              channels.length < 2
                ? []
                : [
                    { id: ANY, label: t('list.anyChannel') },
                    ...channels.map(({ id, name }) => ({ id, label: name })),
                  ],
          },
        ]}
      />
    </div>
  );
}

function Chosen({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useTranslation('inbox');
  return (
    <Badge tone="accent">
      <span className={css.name}>{name}</span>
      <button
        type="button"
        className={css.remove}
        aria-label={t('list.removeFilter', { name })}
        onClick={onRemove}
      >
        <X size={12} aria-hidden="true" />
      </button>
    </Badge>
  );
}
