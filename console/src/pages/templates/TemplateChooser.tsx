import { useInfiniteQuery } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListBox, ListBoxItem, Text } from 'react-aria-components';
import { useLocale } from '@/i18n';
import { languageName } from '@/lib/places';
import { useSettled } from '@/lib/useSettled';
import { EmptyState, Failed, LoadMore, Loading, Notice, SearchField, TextField } from '@/ui';
import { holesOf, isFillable } from '../inbox/chat/templates';
import type { Template } from '../inbox/data/queries';
import { templateList } from './queries';
import css from './TemplateChooser.module.css';
import { TemplatePreview } from './TemplatePreview';

export interface ChosenTemplate {
  template: Template;
  values: Record<string, string>;
}

/** Chooses one of the approved templates of a channel and fills it; shows meanwhile what the customer will see. */
export function TemplateChooser({
  channelId,
  chosen,
  onChoose,
}: {
  channelId: string;
  chosen: ChosenTemplate | undefined;
  onChoose: (chosen: ChosenTemplate | undefined) => void;
}) {
  const { t } = useTranslation(['templates', 'common']);
  const { locale } = useLocale();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim().slice(0, 100));
  const templates = useInfiniteQuery({
    ...templateList({ channel: channelId, status: 'approved', ...(q !== '' && { q }) }),
    placeholderData: (before) => before,
  });
  const found = templates.data?.pages.flatMap(({ items }) => items);
  if (templates.isError && !found) {
    return <Failed failure={templates.error} retry={() => void templates.refetch()} />;
  }
  if (!found) return <Loading label={t('common:loading')} />;
  if (found.length === 0 && q === '') {
    return (
      <EmptyState icon={<FileText />} title={t('choose.none')}>
        {t('choose.noneText')}
      </EmptyState>
    );
  }
  return (
    <div className={css.chooser}>
      <div className={css.list}>
        <SearchField label={t('list.search')} value={typed} onChange={setTyped} />
        <ListBox
          className={css.box ?? ''}
          aria-label={t('choose.label')}
          items={found}
          selectionMode="single"
          selectedKeys={chosen ? [chosen.template.id] : []}
          onSelectionChange={(keys) => {
            const template = keys === 'all' ? undefined : found.find(({ id }) => keys.has(id));
            onChoose(template && { template, values: {} });
          }}
          renderEmptyState={() => <p className={css.none}>{t('list.noneFound')}</p>}
        >
          {(template: Template) => (
            <ListBoxItem className={css.option ?? ''} textValue={template.name}>
              <Text slot="label" className={css.name ?? ''}>
                {template.name}
              </Text>
              <Text slot="description" className={css.about ?? ''}>
                {languageName(template.language.replace('_', '-'), locale)}
              </Text>
            </ListBoxItem>
          )}
        </ListBox>
        <LoadMore pages={templates} />
      </div>
      {chosen && (
        <div className={css.fill}>
          {!isFillable(chosen.template) && <Notice tone="warning">{t('choose.media')}</Notice>}
          {holesOf(chosen.template).map((hole) => (
            <TextField
              key={`${chosen.template.id} ${hole.id}`}
              label={t(`choose.hole.${hole.part}`, { variable: hole.name })}
              {...(hole.example !== undefined && {
                placeholder: t('choose.example', { example: hole.example }),
              })}
              value={chosen.values[hole.id] ?? ''}
              onChange={(value) => onChoose({ ...chosen, values: { ...chosen.values, [hole.id]: value } })}
              maxLength={1024}
            />
          ))}
          <TemplatePreview template={chosen.template} values={chosen.values} />
        </div>
      )}
    </div>
  );
}
