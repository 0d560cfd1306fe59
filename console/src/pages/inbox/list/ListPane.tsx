import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Search, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button, Input, SearchField, ToggleButton, ToggleButtonGroup, type Key } from 'react-aria-components';
import { useFormats } from '@/lib/format';
import { useTyped } from '@/lib/useTyped';
import { countsOptions } from '../data/queries';
import { statusOf, type InboxSearch, type View } from '../search';
import { ConversationList } from './ConversationList';
import { Filters } from './Filters';
import css from './ListPane.module.css';

export const SEARCH_FIELD = 'inbox-search';
const VIEWS: readonly View[] = ['mine', 'unassigned', 'all'];

export function ListPane({
  search,
  selected,
  onOpen,
}: {
  search: InboxSearch;
  selected: string | undefined;
  onOpen: (id: string) => void;
}) {
  const { t } = useTranslation('inbox');
  const navigate = useNavigate();
  const change = (changed: InboxSearch) => void navigate({ to: '.', search: changed, replace: true });
  return (
    <section className={css.pane} aria-label={t('list.label')}>
      <header className={css.header}>
        <h1 className={css.title}>{t('title')}</h1>
        <Filters search={search} onChange={change} />
      </header>
      <Words search={search} onChange={change} />
      <Views search={search} onChange={change} />
      <ConversationList
        key={JSON.stringify(search)}
        search={search}
        selected={selected}
        onOpen={onOpen}
        onClear={() => change({})}
      />
    </section>
  );
}

interface Part {
  search: InboxSearch;
  onChange: (changed: InboxSearch) => void;
}

function Words({ search, onChange }: Part) {
  const { t } = useTranslation('inbox');
  const [words, setWords] = useTyped(search.q ?? '', (text) => {
    const { q: _before, ...rest } = search;
    onChange(text === '' ? rest : { ...rest, q: text });
  });
  return (
    <SearchField className={css.search ?? ''} aria-label={t('list.search')} value={words} onChange={setWords}>
      <Search size={16} aria-hidden="true" />
      <Input id={SEARCH_FIELD} className={css.words ?? ''} placeholder={t('list.search')} maxLength={200} />
      <Button className={css.clear ?? ''} aria-label={t('list.clearSearch')}>
        <X size={14} aria-hidden="true" />
      </Button>
    </SearchField>
  );
}

function Views({ search, onChange }: Part) {
  const { t } = useTranslation('inbox');
  const formats = useFormats();
  const { data: counts } = useQuery(countsOptions(search));
  const status = statusOf(search);
  const uncounted = status === 'resolved' || status === 'any';
  const shown = status === 'active' ? counts : uncounted ? undefined : counts?.byStatus?.[status];
  return (
    <ToggleButtonGroup
      className={css.views ?? ''}
      aria-label={t('list.views')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[search.view ?? 'all']}
      onSelectionChange={(chosen) => {
        const [view] = [...chosen] as Key[];
        const { view: _before, ...rest } = search;
        onChange(view === 'all' || view === undefined ? rest : { ...rest, view: view as View });
      }}
    >
      {VIEWS.map((view) => (
        <ToggleButton key={view} id={view} className={css.view ?? ''}>
          <span>{t(`list.view.${view}`)}</span>
          {shown && search.q === undefined && (
            <span className={css.count}>{formats.number(shown[view])}</span>
          )}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
