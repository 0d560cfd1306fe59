import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Ban, Plus, Users, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePerson } from '@/app/me';
import { useFormats } from '@/lib/format';
import { useTyped } from '@/lib/useTyped';
import {
  Avatar,
  Badge,
  Button,
  EmptyState,
  Failed,
  LoadMore,
  PageFrame,
  Row,
  rowLink,
  Rows,
  RowsLoading,
  SearchField,
  Select,
  TagInput,
} from '@/ui';
import { useShortcuts, type Shortcut } from '@/lib/shortcuts';
import { contactName, mainIdentity, type Contact } from './contact';
import css from './ContactsPage.module.css';
import { CreateContact } from './CreateContact';
import { IdentityText } from './IdentityText';
import { contactList } from './queries';
import { SORTS, type ContactsSearch } from './search';

export function ContactsPage() {
  const { t } = useTranslation(['contacts', 'common']);
  const { may } = usePerson();
  const search = useSearch({ from: '/shell/contacts' });
  const navigate = useNavigate({ from: '/contacts' });
  const [isCreating, setIsCreating] = useState(false);
  const show = (next: ContactsSearch) => void navigate({ search: next, replace: true });
  const [typed, setTyped] = useTyped(search.q ?? '', (q) =>
    show({ ...without(search, 'q'), ...(q !== '' && { q }) }),
  );
  const contacts = useInfiniteQuery({ ...contactList(search), placeholderData: (before) => before });
  const found = contacts.data?.pages.flatMap(({ items }) => items);
  const isFiltered = search.q !== undefined || search.tags !== undefined || search.blocked !== undefined;
  const mayWrite = may('contacts:write');
  const shortcuts = useMemo<Shortcut[]>(
    () =>
      mayWrite
        ? [{ keys: 'n', label: t('create.title'), group: t('title'), run: () => setIsCreating(true) }]
        : [],
    [t, mayWrite],
  );
  useShortcuts(shortcuts);

  return (
    <PageFrame
      wide
      title={t('title')}
      description={t('description')}
      actions={
        mayWrite && (
          <Button variant="primary" icon={<Plus size={16} />} onPress={() => setIsCreating(true)}>
            {t('create.action')}
          </Button>
        )
      }
    >
      <div className={css.filters}>
        <SearchField
          label={t('list.search')}
          placeholder={t('list.searchHint')}
          value={typed}
          onChange={setTyped}
        />
        <div className={css.tags}>
          <TagInput
            label={t('list.tags')}
            hideLabel
            placeholder={t('list.tagsHint')}
            tags={search.tags ?? []}
            onChange={(tags) => show({ ...without(search, 'tags'), ...(tags.length > 0 && { tags }) })}
          />
        </div>
        <div className={css.choice}>
          <Select
            label={t('list.blocked.label')}
            hideLabel
            value={search.blocked ?? 'all'}
            onChange={(chosen) =>
              show({ ...without(search, 'blocked'), ...(chosen !== 'all' && { blocked: chosen }) })
            }
            options={(['all', 'not', 'only'] as const).map((id) => ({ id, label: t(`list.blocked.${id}`) }))}
          />
        </div>
        <div className={css.choice}>
          <Select
            label={t('list.sort.label')}
            hideLabel
            value={search.sort ?? 'name'}
            onChange={(sort) => show({ ...without(search, 'sort'), ...(sort !== 'name' && { sort }) })}
            options={SORTS.map((id) => ({ id, label: t(`list.sort.${id}`) }))}
          />
        </div>
      </div>
      {contacts.isPending && <RowsLoading label={t('common:loading')} />}
      {contacts.isError && !found && (
        <Failed failure={contacts.error} retry={() => void contacts.refetch()} />
      )}
      {found?.length === 0 &&
        (isFiltered ? (
          <EmptyState
            icon={<Users />}
            title={t('list.noneFound')}
            actions={
              <Button
                icon={<X size={16} />}
                onPress={() => {
                  setTyped('');
                  show(search.sort ? { sort: search.sort } : {});
                }}
              >
                {t('list.clear')}
              </Button>
            }
          >
            {t('list.noneFoundText')}
          </EmptyState>
        ) : (
          <EmptyState icon={<Users />} title={t('list.none')}>
            {t('list.noneText')}
          </EmptyState>
        ))}
      {found && found.length > 0 && (
        <div data-busy={contacts.isPlaceholderData || undefined} className={css.list}>
          <Rows label={t('title')}>
            {found.map((contact) => (
              <Row key={contact.id}>
                <ContactRow
                  contact={contact}
                  onTag={(tag) =>
                    show({ ...search, tags: [...new Set([...(search.tags ?? []), tag])].slice(0, 10) })
                  }
                />
              </Row>
            ))}
          </Rows>
          <LoadMore pages={contacts} />
        </div>
      )}
      {isCreating && <CreateContact onClose={() => setIsCreating(false)} />}
    </PageFrame>
  );
}

function without<K extends keyof ContactsSearch>(search: ContactsSearch, key: K): Omit<ContactsSearch, K> {
  const { [key]: _, ...rest } = search;
  return rest;
}

const SHOWN_TAGS = 3;

function ContactRow({ contact, onTag }: { contact: Contact; onTag: (tag: string) => void }) {
  const { t } = useTranslation(['contacts', 'common']);
  const formats = useFormats();
  const name = contactName(contact, t('nameless'));
  const identity = mainIdentity(contact);
  return (
    <div className={css.row}>
      <Link to="/contacts/$contactId" params={{ contactId: contact.id }} className={`${rowLink} ${css.who}`}>
        <Avatar id={contact.id} name={contact.name ?? ''} />
        <span className={css.words}>
          <span className={css.name}>
            <bdi>{name}</bdi>
            {contact.isGroup && <Badge>{t('group')}</Badge>}
            {contact.blocked && (
              <Badge tone="danger" icon={<Ban size={12} aria-hidden="true" />}>
                {t('blocked')}
              </Badge>
            )}
          </span>
          <span className={css.identity}>
            {identity ? <IdentityText identity={identity} /> : t('unreachable')}
          </span>
        </span>
      </Link>
      {contact.tags.length > 0 && (
        <span className={css.rowTags}>
          {contact.tags.slice(0, SHOWN_TAGS).map((tag) => (
            <button key={tag} type="button" className={css.tag} onClick={() => onTag(tag)}>
              <span className="visually-hidden">{t('list.onlyTag')} </span>
              <bdi>{tag}</bdi>
            </button>
          ))}
          {contact.tags.length > SHOWN_TAGS && (
            <span className={css.moreTags}>+{contact.tags.length - SHOWN_TAGS}</span>
          )}
        </span>
      )}
      <span className={css.when}>
        {contact.lastInteractionAt ? (
          <time dateTime={contact.lastInteractionAt} title={formats.dateTime(contact.lastInteractionAt)}>
            {formats.when(contact.lastInteractionAt)}
          </time>
        ) : (
          t('list.never')
        )}
      </span>
    </div>
  );
}
