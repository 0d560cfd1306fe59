import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Radio as RadioIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, data } from '@/api/client';
import type { Channel, Conversation, SendMessageRequest } from '@/api/types';
import { usePerson } from '@/app/me';
import { useFormats } from '@/lib/format';
import { useOnceKey } from '@/lib/onceKey';
import { showPhone } from '@/lib/phone';
import { useSave } from '@/lib/save';
import { Button, Dialog, EmptyState, Failed, Loading, Notice, Select, TextField, Form } from '@/ui';
import { holesOf, isFillable, templateRequest } from '../inbox/chat/templates';
import { channelsOptions } from '../inbox/data/queries';
import { TemplateChooser, type ChosenTemplate } from '../templates/TemplateChooser';
import { contactName, numbersOf, type Contact } from './contact';
import { conversationsOf } from './queries';
import { firstChannel, openWindow, usableChannels } from './write';

/** Begins a conversation: freely while the customer's last message is young enough, else by a template. */
export function WriteTo({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { t } = useTranslation(['contacts', 'common']);
  const channels = useQuery(channelsOptions);
  const conversations = useInfiniteQuery(conversationsOf(contact.id));
  const failure = channels.error ?? conversations.error;
  const usable = usableChannels(channels.data ?? []);
  const title = t('write.title', { name: contactName(contact, t('nameless')) });
  if (failure || !channels.data || !conversations.data || usable.length === 0) {
    return (
      <Dialog title={title} isOpen onClose={onClose}>
        {failure ? (
          <Failed
            failure={failure}
            retry={() => void Promise.all([channels.refetch(), conversations.refetch()])}
          />
        ) : channels.data && conversations.data ? (
          <NoChannel />
        ) : (
          <Loading label={t('common:loading')} />
        )}
      </Dialog>
    );
  }
  return (
    <Writing
      title={title}
      contact={contact}
      channels={usable}
      conversations={conversations.data.pages.flatMap(({ items }) => items)}
      onClose={onClose}
    />
  );
}

function NoChannel() {
  const { t } = useTranslation(['contacts', 'common']);
  const { may } = usePerson();
  return (
    <EmptyState
      icon={<RadioIcon />}
      title={t('write.noChannel')}
      actions={may('channels:manage') && <Link to="/channels">{t('write.toChannels')}</Link>}
    >
      {t(may('channels:manage') ? 'write.noChannelText' : 'write.noChannelAsk')}
    </EmptyState>
  );
}

function Writing({
  title,
  contact,
  channels,
  conversations,
  onClose,
}: {
  title: string;
  contact: Contact;
  channels: readonly Channel[];
  conversations: readonly Conversation[];
  onClose: () => void;
}) {
  const { t } = useTranslation(['contacts', 'common']);
  const formats = useFormats();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const onceKey = useOnceKey();
  const numbers = numbersOf(contact);
  const [now] = useState(() => new Date());
  const [channelId, setChannelId] = useState(() => firstChannel(channels, conversations, now)?.id ?? '');
  const [to, setTo] = useState(numbers[0] ?? '');
  const [text, setText] = useState('');
  const [template, setTemplate] = useState<ChosenTemplate>();
  const open = openWindow(conversations, channelId, now);
  const { save, isPending, errors, problem } = useSave({
    save: (message: SendMessageRequest) => {
      const body = { channelId, to, message };
      return data(
        api.POST('/api/v1/conversations', {
          params: { header: { 'Idempotency-Key': onceKey(body) } },
          body,
        }),
      );
    },
    onSaved: (started) => {
      const { conversation } = started as unknown as { conversation: Conversation };
      void queries.invalidateQueries({ queryKey: ['contacts', 'conversations', contact.id] });
      onClose();
      void navigate({
        to: '/inbox/$conversationId',
        params: { conversationId: conversation.id },
        search: { view: 'all' },
      });
    },
    fields: ['to', 'channelId', 'message.text'],
  });
  const isReady = open
    ? text.trim() !== ''
    : template !== undefined &&
      isFillable(template.template) &&
      holesOf(template.template).every(({ id }) => (template.values[id] ?? '').trim() !== '');
  const send = () => {
    if (open) save({ kind: 'text', text: text.trim() });
    else if (template) save({ kind: 'template', ...templateRequest(template.template, template.values) });
  };
  const window = open?.replyWindowEndsAt;
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      modal
      footer={
        <>
          <Button onPress={onClose}>{t('common:actions.cancel')}</Button>
          <Button variant="primary" type="submit" form="write-to" isPending={isPending} isDisabled={!isReady}>
            {t('write.send')}
          </Button>
        </>
      }
    >
      <Form id="write-to" onSubmit={() => isReady && send()}>
        {problem && <Notice tone="danger">{problem}</Notice>}
        <Select
          label={t('write.channel')}
          value={channelId}
          onChange={(id) => {
            setChannelId(id);
            setTemplate(undefined);
          }}
          options={channels.map((channel) => ({
            id: channel.id,
            label: channel.name,
            ...(channel.status === 'failed' && { description: t('write.failedChannel') }),
          }))}
          error={errors.channelId}
        />
        {numbers.length > 1 && (
          <Select
            label={t('write.to')}
            value={to}
            onChange={setTo}
            options={numbers.map((number) => ({ id: number, label: showPhone(number).international }))}
            error={errors.to}
          />
        )}
        {errors.to && numbers.length === 1 && <Notice tone="danger">{errors.to}</Notice>}
        {open && window ? (
          <>
            <Notice tone="success">{t('write.open', { when: formats.dateTime(window) })}</Notice>
            <TextField
              label={t('write.text')}
              rows={4}
              value={text}
              onChange={setText}
              maxLength={4096}
              error={errors['message.text']}

              autoFocus
            />
          </>
        ) : (
          <>
            <Notice tone="info">{t('write.closed')}</Notice>
            <TemplateChooser key={channelId} channelId={channelId} chosen={template} onChoose={setTemplate} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
