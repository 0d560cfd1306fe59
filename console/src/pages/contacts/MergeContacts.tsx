import { useInfiniteQuery, useMutation, useQueries, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ArrowLeft, Users } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListBox, ListBoxItem, Radio, RadioGroup, Text } from 'react-aria-components';
import { api, data } from '@/api/client';
import { problemText } from '@/api/problems';
import type { Page } from '@/api/types';
import { useOnceKey } from '@/lib/onceKey';
import { useSettled } from '@/lib/useSettled';
import {
  Avatar,
  Button,
  Dialog,
  EmptyState,
  Failed,
  LoadMore,
  Loading,
  Notice,
  SearchField,
  toast,
} from '@/ui';
import { contactName, mainIdentity, type Contact } from './contact';
import { IdentityText } from './IdentityText';
import { duplicateQueries, rankDuplicates } from './merge';
import css from './MergeContacts.module.css';
import { MergeSide } from './MergeSide';
import { useUndoMerge } from './Merges';
import { contactList } from './queries';

/** Makes two contacts one: finds the other, shows them side by side, and asks which remains. */
export function MergeContacts({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { t } = useTranslation(['contacts', 'common']);
  const [other, setOther] = useState<Contact>();
  const [survivorId, setSurvivorId] = useState(contact.id);
  const merge = useMerge(onClose);
  const survivor = other && survivorId === other.id ? other : contact;
  const duplicate = survivor === contact ? other : contact;
  return (
    <Dialog
      title={t('merge.title')}
      isOpen
      onClose={onClose}
      modal
      size={other ? 'l' : 'm'}
      footer={
        <>
          <Button onPress={onClose}>{t('common:actions.cancel')}</Button>
          {duplicate && (
            <Button
              variant="primary"
              isPending={merge.isPending}
              onPress={() => merge.mutate({ survivor, duplicate })}
            >
              {t('merge.confirm')}
            </Button>
          )}
        </>
      }
    >
      {other ? (
        <>
          {merge.error && <Notice tone="danger">{problemText(merge.error)}</Notice>}
          <div>
            <Button
              size="s"
              variant="ghost"
              icon={<ArrowLeft size={14} />}
              onPress={() => {
                setOther(undefined);
                setSurvivorId(contact.id);
              }}
            >
              {t('merge.another')}
            </Button>
          </div>
          <RadioGroup
            className={css.sides ?? ''}
            aria-label={t('merge.which')}
            value={survivor.id}
            onChange={setSurvivorId}
          >
            {[contact, other].map((one) => (
              <Radio key={one.id} value={one.id} className={css.side ?? ''}>
                <MergeSide contact={one} survives={one.id === survivor.id} />
              </Radio>
            ))}
          </RadioGroup>
          <p className={css.hint}>{t('merge.rules')}</p>
        </>
      ) : (
        <FindOther contact={contact} onFound={setOther} />
      )}
    </Dialog>
  );
}

function useMerge(onDone: () => void) {
  const { t } = useTranslation(['contacts', 'common']);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const onceKey = useOnceKey();
  const undo = useUndoMerge();
  return useMutation({
    mutationFn: async ({ survivor, duplicate }: { survivor: Contact; duplicate: Contact }) => {
      const body = { duplicateId: duplicate.id };
      return await data(
        api.POST('/api/v1/contacts/{id}/merge', {
          params: {
            path: { id: survivor.id },
            header: { 'Idempotency-Key': onceKey({ into: survivor.id, ...body }) },
          },
          body,
        }),
      );
    },
    onSuccess: async (merge, { survivor }) => {
      onDone();
      toast(t('merge.done'), {
        action: { label: t('common:actions.undo'), run: () => undo.mutate(merge) },
      });
      await navigate({ to: '/contacts/$contactId', params: { contactId: survivor.id }, replace: true });
      await queries.invalidateQueries({ queryKey: ['contacts'] });
    },
  });
}

function FindOther({ contact, onFound }: { contact: Contact; onFound: (other: Contact) => void }) {
  const { t } = useTranslation(['contacts', 'common']);
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const likely = useLikely(contact);
  const searched = useInfiniteQuery({
    ...contactList({ q, sort: '-lastInteractionAt' }, 20),
    enabled: q !== '',
    placeholderData: (before) => before,
  });
  const isSearching = q !== '';
  const found = isSearching
    ? searched.data?.pages.flatMap(({ items }) => items).filter(({ id }) => id !== contact.id)
    : likely.contacts;
  return (
    <div className={css.find}>
      <p className={css.hint}>{t('merge.text', { name: contactName(contact, t('nameless')) })}</p>
      <SearchField label={t('merge.search')} value={typed} onChange={setTyped} autoFocus />
      {!isSearching && <h3 className={css.likely}>{t('merge.likely')}</h3>}
      {found === undefined && !searched.isError && <Loading label={t('common:loading')} />}
      {isSearching && searched.isError && !found && (
        <Failed failure={searched.error} retry={() => void searched.refetch()} />
      )}
      {found?.length === 0 && (
        <EmptyState icon={<Users />} title={t(isSearching ? 'list.noneFound' : 'merge.noneLikely')}>
          {!isSearching && t('merge.noneLikelyText')}
        </EmptyState>
      )}
      {found && found.length > 0 && (
        <ListBox
          className={css.found ?? ''}
          aria-label={t('merge.search')}
          items={found}
          onAction={(id) => {
            const chosen = found.find((one) => one.id === id);
            if (chosen) onFound(chosen);
          }}
        >
          {(one: Contact) => <Candidate contact={one} />}
        </ListBox>
      )}
      {isSearching && <LoadMore pages={searched} />}
    </div>
  );
}

function Candidate({ contact }: { contact: Contact }) {
  const { t } = useTranslation(['contacts', 'common']);
  const name = contactName(contact, t('nameless'));
  const identity = mainIdentity(contact);
  return (
    // The list gives its id to what it renders itself, which is not the item but this.
    <ListBoxItem id={contact.id} className={css.candidate ?? ''} textValue={name}>
      <Avatar id={contact.id} name={contact.name ?? ''} size={36} />
      <span className={css.words}>
        <Text slot="label" className={css.name ?? ''} dir="auto">
          {name}
        </Text>
        <Text slot="description" className={css.hint ?? ''}>
          {identity ? <IdentityText identity={identity} /> : t('unreachable')}
        </Text>
      </span>
    </ListBoxItem>
  );
}

/** Who may be the same: found by the name, the numbers and the addresses. Undefined until all have answered. */
function useLikely(contact: Contact): { contacts: Contact[] | undefined } {
  return useQueries({
    queries: duplicateQueries(contact).map((q) => ({
      queryKey: ['contacts', 'likely', q],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        (await data(
          api.GET('/api/v1/contacts', { params: { query: { q, limit: 10 } }, signal }),
        )) as Page<Contact>,
    })),
    combine: (results) => ({
      contacts: results.some(({ isPending }) => isPending)
        ? undefined
        : rankDuplicates(
            contact.id,
            results.map((result) => result.data?.items ?? []),
          ),
    }),
  });
}
