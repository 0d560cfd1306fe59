import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Pencil, Plus, Tag, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { ColorSwatch, ColorSwatchPicker, ColorSwatchPickerItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { answer, once } from '@/api/answers';
import { api } from '@/api/client';
import type { Label, Page } from '@/api/types';
import { ifMatch, versioned } from '@/api/versioned';
import { useFormats } from '@/lib/format';
import { useOnceKey } from '@/lib/onceKey';
import { useSave } from '@/lib/save';
import {
  Button,
  Confirm,
  Dialog,
  EmptyState,
  Entry,
  Form,
  FormProblem,
  IconButton,
  Loaded,
  LoadMore,
  Rows,
  TextField,
  toast,
  toastProblem,
} from '@/ui';
import css from './Settings.module.css';

const COLORS = [
  '#0f6b62',
  '#1f5c9c',
  '#6b4fbb',
  '#b3266e',
  '#b3261e',
  '#b86e00',
  '#5c7a1f',
  '#5a625f',
] as const;

export function LabelsSection() {
  const { t } = useTranslation('settings');
  const [adding, setAdding] = useState(false);
  const labels = useInfiniteQuery({
    queryKey: ['labels', 'settings'],
    queryFn: ({ pageParam }) =>
      answer<Page<Label>>(
        api.GET('/api/v1/labels', {
          params: { query: { limit: 100, ...(pageParam !== undefined && { after: pageParam }) } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
  const add = (
    <Button variant="primary" icon={<Plus size={16} />} onPress={() => setAdding(true)}>
      {t('labels.add')}
    </Button>
  );
  return (
    <>
      <Loaded query={labels}>
        {({ pages }) => {
          const all = pages.flatMap(({ items }) => items);
          if (all.length === 0) {
            return (
              <EmptyState icon={<Tag />} title={t('labels.noneTitle')} actions={add}>
                {t('labels.noneText')}
              </EmptyState>
            );
          }
          return (
            <>
              <div className={css.danger}>
                <p className={css.soft}>{t('labels.description')}</p>
                {add}
              </div>
              <Rows label={t('labels.listLabel')}>
                {all.map((label) => (
                  <LabelLine key={label.id} label={label} />
                ))}
              </Rows>
              <LoadMore pages={labels} />
            </>
          );
        }}
      </Loaded>
      {adding && <LabelDialog onClose={() => setAdding(false)} />}
    </>
  );
}

function LabelLine({ label }: { label: Label }) {
  const { t } = useTranslation('settings');
  const { relative } = useFormats();
  const queries = useQueryClient();
  const [doing, setDoing] = useState<'edit' | 'remove'>();
  const { id, name } = label;
  const remove = useMutation({
    mutationFn: () => answer(api.DELETE('/api/v1/labels/{id}', { params: { path: { id } } })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['labels'] });
      toast(t('labels.removed', { name }));
    },
    onError: toastProblem,
  });
  return (
    <>
      <Entry
        lead={<span className={css.dot} style={{ background: label.color }} />}
        title={<span dir="auto">{name}</span>}
        meta={t('labels.created', { when: relative(label.createdAt) })}
        actions={
          <>
            <IconButton
              label={t('labels.edit', { name })}
              icon={<Pencil size={17} />}
              onPress={() => setDoing('edit')}
            />
            <IconButton
              label={t('labels.remove', { name })}
              icon={<Trash2 size={17} />}
              onPress={() => setDoing('remove')}
            />
          </>
        }
      />
      {doing === 'edit' && <LabelDialog label={label} onClose={() => setDoing(undefined)} />}
      <Confirm
        title={t('labels.removeTitle', { name })}
        isOpen={doing === 'remove'}
        onClose={() => setDoing(undefined)}
        onConfirm={() => remove.mutate()}
        confirmLabel={t('labels.remove', { name })}
        isPending={remove.isPending}
        danger
      >
        <p>{t('labels.removeText')}</p>
      </Confirm>
    </>
  );
}

function LabelDialog({ label, onClose }: { label?: Label; onClose: () => void }) {
  const { t, i18n } = useTranslation(['settings', 'common']);
  const queries = useQueryClient();
  const keyFor = useOnceKey();
  const [name, setName] = useState(label?.name ?? '');
  const [color, setColor] = useState<string>(label?.color ?? COLORS[0]);
  const { save, isPending, errors, problem, conflict } = useSave({
    save: async (body: { name: string; color: string }, overwrite) => {
      if (!label) {
        return await answer(api.POST('/api/v1/labels', { params: { header: once(keyFor(body)) }, body }));
      }
      const path = { id: label.id };
      // The list has no versions: what the dialog began from is compared with what is there now.
      const now = await versioned<Label>(api.GET('/api/v1/labels/{id}', { params: { path } }));
      const isAsBefore = now.value.name === label.name && now.value.color === label.color;
      const header = overwrite ? {} : ifMatch(isAsBefore ? now.etag : '"another"');
      return await answer(
        api.PATCH('/api/v1/labels/{id}', { params: { path, header }, body: body as never }),
      );
    },
    onSaved: () => {
      void queries.invalidateQueries({ queryKey: ['labels'] });
      onClose();
    },
    reload: () => {
      void queries.invalidateQueries({ queryKey: ['labels'] });
      onClose();
    },
    fields: ['name', 'color'],
  });
  const submit = () => save({ name: name.trim(), color });
  const nameOf = (one: string) => {
    const key = `settings:labels.colors.${one.slice(1)}`;
    return i18n.exists(key) ? t(key as 'labels.own') : t('labels.own');
  };
  const choices = COLORS.includes(color as (typeof COLORS)[number]) ? COLORS : [...COLORS, color];
  return (
    <Dialog
      title={label ? t('labels.editTitle') : t('labels.createTitle')}
      isOpen
      onClose={onClose}
      size="s"
      footer={
        <>
          <Button onPress={onClose}>{t('common:actions.cancel')}</Button>
          <Button variant="primary" isPending={isPending} onPress={submit}>
            {label ? t('common:actions.save') : t('labels.create')}
          </Button>
        </>
      }
    >
      <Form onSubmit={submit}>
        <TextField
          label={t('labels.name')}
          value={name}
          onChange={setName}
          maxLength={60}
          error={errors.name}

          autoFocus
        />
        <ColorSwatchPicker
          aria-label={t('labels.color')}
          className={css.swatches ?? ''}
          value={color}
          onChange={(chosen) => setColor(chosen.toString('hex').toLowerCase())}
        >
          {choices.map((one) => (
            <ColorSwatchPickerItem key={one} color={one} className={css.swatchItem ?? ''}>
              <ColorSwatch className={css.swatch ?? ''} colorName={nameOf(one)} />
            </ColorSwatchPickerItem>
          ))}
        </ColorSwatchPicker>
        <FormProblem text={problem} />
      </Form>
      {conflict}
    </Dialog>
  );
}
