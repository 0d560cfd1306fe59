import { useQuery } from '@tanstack/react-query';
import { LayoutTemplate, Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { problemText } from '@/api/problems';
import type { Conversation, SendMessageRequest } from '@/api/types';
import { Badge, Button, Dialog, EmptyState, Loading, TextField } from '@/ui';
import { templatesOptions, type Template } from '../data/queries';
import { plain } from './emojis';
import css from './TemplatePicker.module.css';
import { fill, holesOf, isFillable, lackOf, templateRequest, type Hole } from './templates';
import { Wording } from './Wording';

/** Choose a template, fill it in, see it as the customer will, send it. */
export default function TemplatePicker({
  conversation,
  isOpen,
  onClose,
  onSend,
}: {
  conversation: Conversation;
  isOpen: boolean;
  onClose: () => void;
  onSend: (template: Pick<SendMessageRequest, 'template'>) => void;
}) {
  const { t } = useTranslation(['inbox', 'common']);
  const [chosen, setChosen] = useState<Template>();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const holes = chosen ? holesOf(chosen) : [];
  const complete = holes.every(({ id }) => (values[id] ?? '').trim() !== '');
  const close = () => {
    setChosen(undefined);
    setValues({});
    onClose();
  };
  const choose = (template: Template) => {
    setChosen(template);
    // The first hole is nearly always the name.
    const [first] = holesOf(template).filter(({ part }) => part === 'body');
    const name = conversation.contact.name?.split(' ')[0];
    setValues(first && name !== undefined ? { [first.id]: name } : {});
  };
  return (
    <Dialog
      title={chosen ? chosen.name : t('template.title')}
      isOpen={isOpen}
      onClose={close}
      size="l"
      footer={
        chosen && (
          <>
            <Button onPress={() => setChosen(undefined)}>{t('common:actions.back')}</Button>
            <Button
              variant="primary"
              isDisabled={!complete}
              onPress={() => {
                onSend(templateRequest(chosen, values));
                setChosen(undefined);
                setValues({});
              }}
            >
              {t('template.send')}
            </Button>
          </>
        )
      }
    >
      {chosen ? (
        <Fill template={chosen} holes={holes} values={values} onChange={setValues} />
      ) : (
        <Choose channel={conversation.channelId} onChoose={choose} />
      )}
    </Dialog>
  );
}

function Choose({ channel, onChoose }: { channel: string; onChoose: (template: Template) => void }) {
  const { t } = useTranslation(['inbox', 'common']);
  const [words, setWords] = useState('');
  const { data: templates, error } = useQuery(templatesOptions(channel));
  const found = useMemo(
    () =>
      (templates ?? [])
        .filter((template) => plain(`${template.name} ${template.body.text}`).includes(plain(words)))
        // What can be sent comes first.
        .sort((a, b) => Number(isFillable(b)) - Number(isFillable(a))),
    [templates, words],
  );
  if (error) return <p role="alert">{problemText(error)}</p>;
  if (!templates) return <Loading label={t('common:loading')} />;
  if (templates.length === 0) {
    return (
      <EmptyState icon={<LayoutTemplate />} title={t('template.none')}>
        {t('template.noneText')}
      </EmptyState>
    );
  }
  return (
    <>
      <SearchField
        className={css.search ?? ''}
        aria-label={t('template.search')}
        value={words}
        onChange={setWords}
        autoFocus
      >
        <Search size={16} aria-hidden="true" />
        <Input className={css.input ?? ''} placeholder={t('template.search')} />
      </SearchField>
      <ListBox
        className={css.list ?? ''}
        aria-label={t('template.title')}
        items={found}
        selectionMode="none"
        onAction={(key) => {
          const template = found.find(({ id }) => id === key);
          if (template) onChoose(template);
        }}
        renderEmptyState={() => <p className={css.none}>{t('template.nothingFound')}</p>}
      >
        {(template: Template) => {
          const lack = lackOf(template);
          return (
            <ListBoxItem className={css.item ?? ''} textValue={template.name} isDisabled={lack !== undefined}>
              <span className={css.head}>
                <span className={css.name}>{template.name}</span>
                <Badge>{template.language}</Badge>
              </span>
              <span className={css.text} dir="auto">
                {template.body.text}
              </span>
              {lack !== undefined && (
                <span className={css.lack}>
                  {t(lack === 'file' ? 'template.needsFile' : 'template.needsPlace')}
                </span>
              )}
            </ListBoxItem>
          );
        }}
      </ListBox>
    </>
  );
}

function Fill({
  template,
  holes,
  values,
  onChange,
}: {
  template: Template;
  holes: readonly Hole[];
  values: Readonly<Record<string, string>>;
  onChange: (values: Readonly<Record<string, string>>) => void;
}) {
  const { t } = useTranslation(['inbox', 'common']);
  return (
    <div className={css.fill}>
      <div className={css.fields}>
        {holes.length === 0 && <p className={css.none}>{t('template.noHoles')}</p>}
        {holes.map((hole, at) => (
          <TextField
            key={hole.id}
            label={t(`template.hole.${hole.part}`, { name: hole.name })}
            {...(hole.example !== undefined && { placeholder: hole.example })}
            value={values[hole.id] ?? ''}
            onChange={(value) => onChange({ ...values, [hole.id]: value })}
            autoFocus={at === 0}
            maxLength={1000}
          />
        ))}
      </div>
      <div className={css.preview} aria-label={t('template.preview')} role="group">
        {template.header?.text !== undefined && (
          <p className={css.header} dir="auto">
            {fill(template.header.text, 'header', values)}
          </p>
        )}
        <Wording text={fill(template.body.text, 'body', values)} />
        {template.footer && (
          <p className={css.footer} dir="auto">
            {template.footer.text}
          </p>
        )}
        {template.buttons.map((button, at) => (
          <p key={at} className={css.button}>
            {button.text}
          </p>
        ))}
      </div>
    </div>
  );
}
