// Draws one message of a thread as WhatsApp would.

import { api } from './api.js';
import { el, icon } from './dom.js';
import { t, timeOf } from './words.js';

const MARKS = [['```', 'code'], ['*', 'strong'], ['_', 'em'], ['~', 's']];

/** Text with WhatsApp's *bold*, _italic_, ~struck~ and ```code```, and links; as nodes. */
function formatted(text) {
  const parts = [];
  const pattern = /```([\s\S]+?)```|(?<![\w*])\*(\S(?:[^\n*]*\S)?)\*(?![\w*])|(?<![\w_])_(\S(?:[^\n_]*\S)?)_(?![\w_])|(?<![\w~])~(\S(?:[^\n~]*\S)?)~(?![\w~])|(https?:\/\/[^\s<>"]+)/g;
  let from = 0;
  for (const found of text.matchAll(pattern)) {
    parts.push(text.slice(from, found.index));
    const mark = [1, 2, 3, 4].find(group => found[group] !== undefined);
    if (mark) parts.push(el(MARKS[mark - 1][1], {}, mark === 1 ? found[1] : el('span', {}, ...formatted(found[mark]))));
    else parts.push(el('a', { href: found[5], target: '_blank', rel: 'noopener noreferrer' }, found[5]));
    from = found.index + found[0].length;
  }
  parts.push(text.slice(from));
  return parts.filter(part => part !== '');
}

function paragraph(text, name = 'text') {
  return text ? el('p', { class: name }, ...formatted(text)) : null;
}

function medium(kind, part, message, context) {
  if (!part.id) return el('p', { class: 'linked' }, icon('file'), el('a', { href: part.link, target: '_blank', rel: 'noopener noreferrer' }, part.filename ?? part.link ?? ''), el('small', {}, t('link')));
  const url = api.mediaUrl(part.id);
  const name = t({ image: 'picture', audio: 'voice', video: 'video', sticker: 'sticker' }[kind] ?? 'document');
  switch (kind) {
    case 'image': return el('img', { class: 'media', src: url, alt: part.caption || name, loading: 'lazy' });
    case 'sticker': return el('img', { class: 'sticker', src: url, alt: name, loading: 'lazy' });
    case 'video': return el('video', { class: 'media', src: url, controls: true, preload: 'metadata' });
    case 'audio': return el('audio', { src: url, controls: true, preload: 'none', onplay: () => context.played(message) });
    default: return el('p', { class: 'linked' }, icon('file'), el('a', { href: url, download: part.filename ?? '' }, part.filename ?? name));
  }
}

function place(part) {
  return el('div', { class: 'place' },
    el('div', { class: 'map' }, icon('pin')),
    part.name ? el('strong', {}, part.name) : null,
    part.address ? el('span', {}, part.address) : null,
    el('small', {}, `${Number(part.latitude).toFixed(5)}, ${Number(part.longitude).toFixed(5)}`));
}

function cards(list) {
  return el('div', { class: 'cards' }, ...list.map(card => el('p', {}, icon('person'),
    el('span', {}, el('strong', {}, card.name?.formatted_name ?? ''), ...(card.phones ?? []).map(phone => el('small', {}, phone.phone ?? ''))))));
}

function choice(label, action) {
  return el('button', { type: 'button', class: 'choice', onclick: action }, label);
}

function header(part, message, context) {
  if (!part) return null;
  return part.type === 'text' ? el('p', { class: 'head' }, part.text ?? '') : medium(part.type, part[part.type] ?? {}, message, context);
}

function interactive(part, message, context) {
  const nodes = [header(part.header, message, context), paragraph(part.body?.text), paragraph(part.footer?.text, 'footer')];
  const action = part.action ?? {};
  const pick = (type, row) => context.write({ type, replyTo: message.id, id: row.id, title: row.title, description: row.description });
  if (part.type === 'button') {
    nodes.push(...(action.buttons ?? []).map(({ reply }) => choice(reply.title, () => pick('button_reply', reply))));
  } else if (part.type === 'list') {
    const rows = (action.sections ?? []).flatMap(section => section.rows);
    nodes.push(choice(`☰ ${action.button}`, event => context.choose(event.currentTarget, rows.map(row => [row.description ? `${row.title} — ${row.description}` : row.title, () => pick('list_reply', row)]))));
  } else if (part.type === 'cta_url') {
    nodes.push(el('a', { class: 'choice', href: action.parameters?.url, target: '_blank', rel: 'noopener noreferrer' }, action.parameters?.display_text ?? ''));
  } else if (part.type === 'flow') {
    nodes.push(choice(action.parameters?.flow_cta ?? t('fillForm'), () => context.write({ type: 'flow_reply', replyTo: message.id, responseJson: JSON.stringify({ flow_token: action.parameters?.flow_token ?? 'unused', answer: 'yes' }) })));
  } else if (part.type === 'location_request_message') {
    nodes.push(choice(t('sendLocation'), () => context.write({ type: 'location', replyTo: message.id })));
  } else if (part.type.endsWith('_reply')) {
    const reply = part[part.type] ?? {};
    return [paragraph(reply.title ?? reply.body), paragraph(reply.description, 'footer')];
  } else {
    nodes.push(el('small', {}, part.type));
  }
  return nodes;
}

function template(part, rendered, message, context) {
  const shown = rendered ?? {};
  return [
    shown.headerFormat ? medium(shown.headerFormat, shown.headerMedia ?? {}, message, context) : paragraph(shown.header, 'head'),
    paragraph(shown.body ?? part.name),
    paragraph(shown.footer, 'footer'),
    ...(shown.buttons ?? []).map(button => button.url
      ? el('a', { class: 'choice', href: button.url, target: '_blank', rel: 'noopener noreferrer' }, button.text)
      : choice(button.text, () => context.write({ type: 'template_button', replyTo: message.id, title: button.text, payload: button.payload }))),
    el('small', { class: 'kind' }, `${t('template')} · ${part.name}`),
  ];
}

function body(message, context) {
  if (message.deletedAt) return [el('p', { class: 'gone' }, t('deleted'))];
  const part = message.content?.[message.type] ?? {};
  switch (message.type) {
    case 'text': return [paragraph(part.body)];
    case 'image': case 'video': case 'audio': case 'document': case 'sticker':
      return [medium(message.type, part, message, context), paragraph(part.caption)];
    case 'location': return [place(part)];
    case 'contacts': return [cards(Array.isArray(part) ? part : [])];
    case 'interactive': return interactive(part, message, context);
    case 'template': return template(part, message.content.rendered, message, context);
    case 'button': return [paragraph(part.text)];
    case 'order': return [el('p', {}, `🛒 ${t('order')}: ${(part.product_items ?? []).map(item => `${item.quantity} × ${item.product_retailer_id}`).join(', ')}`)];
    default: return [el('p', { class: 'gone' }, t('unsupportedShown'))];
  }
}

/** A few words that stand for a message: in the list of customers and in quotes. */
export function summary(message) {
  if (message.deletedAt) return t('deleted');
  const part = message.content?.[message.type] ?? {};
  switch (message.type) {
    case 'text': return part.body ?? '';
    case 'image': return `📷 ${part.caption || t('picture')}`;
    case 'video': return `🎞 ${part.caption || t('video')}`;
    case 'audio': return `🎤 ${t('voice')}`;
    case 'document': return `📄 ${part.filename || t('document')}`;
    case 'sticker': return `✨ ${t('sticker')}`;
    case 'location': return `📍 ${part.name || t('location')}`;
    case 'contacts': return `👤 ${part[0]?.name?.formatted_name ?? t('contact')}`;
    case 'interactive': return part.body?.text ?? part.button_reply?.title ?? part.list_reply?.title ?? part.nfm_reply?.body ?? '';
    case 'template': return message.content.rendered?.body ?? part.name ?? '';
    case 'button': return part.text ?? '';
    case 'order': return `🛒 ${t('order')}`;
    default: return t('unsupportedShown');
  }
}

function ticks(message) {
  const state = message.state === 'accepted' && message.fromCustomer ? 'pending' : message.state;
  const words = message.error ? `${t('failed')}: ${message.error.code} ${message.error.title}` : t(state);
  const mark = el('span', { class: `ticks ${state}`, title: words, role: 'img', 'aria-label': words });
  const count = { accepted: 0, pending: 1, sent: 1, delivered: 2, read: 2, played: 2 }[state] ?? 0;
  for (let i = 0; i < count; i++) mark.append(icon('tick'));
  if (state === 'failed') mark.append('!');
  if (state === 'accepted') mark.append('◷');
  return mark;
}

/** The element of one message. `context` offers write, choose, played, openMenu and find (another message). */
export function bubble(message, context) {
  const quoted = message.replyToId ? context.find(message.replyToId) : null;
  const own = message.fromCustomer;
  const reactions = [message.customerReaction, message.businessReaction].filter(Boolean);
  const more = el('button', { type: 'button', class: 'icon more', 'aria-label': t('menu'), onclick: event => context.openMenu(event.currentTarget, message) }, icon('more'));
  return el('li', { class: `message ${own ? 'own' : 'theirs'} ${message.type === 'sticker' ? 'bare' : ''}`, data: { id: message.id } },
    el('article', { class: 'bubble' },
      message.deletedAt ? null : more,
      message.replyToId ? el('blockquote', { class: quoted && quoted.fromCustomer ? 'of-customer' : '' },
        el('strong', {}, quoted?.fromCustomer ? t('you') : t('business')), el('span', {}, quoted ? summary(quoted) : '…')) : null,
      ...body(message, context),
      message.error ? el('p', { class: 'error' }, `${message.error.code} · ${message.error.details}`) : null,
      el('footer', {},
        message.editedAt && !message.deletedAt ? el('span', {}, t('edited')) : null,
        el('time', { dateTime: message.at }, timeOf(message.at)),
        ticks(message)),
      reactions.length ? el('span', { class: 'reactions' }, ...new Set(reactions)) : null));
}
