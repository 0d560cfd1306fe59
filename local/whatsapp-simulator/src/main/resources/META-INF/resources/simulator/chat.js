// The open thread: its messages, the composer, and what a customer can do.

import { api } from './api.js';
import { bubble, summary } from './bubbles.js';
import { ask, el, menu, toast } from './dom.js';
import { dayOf, t } from './words.js';

const REACTIONS = ['👍', '❤️', '😂', '😮', '😢', '🙏'];
const LARGEST_FILE = 16 * 1024 * 1024;
const $ = id => document.getElementById(id);

export class Chat {
  constructor(state, redrawList) {
    this.state = state;
    this.redrawList = redrawList;
    this.messages = [];
    this.answered = null;
    this.edited = null;
    this.drawn = '';
    $('composer').addEventListener('submit', event => { event.preventDefault(); this.sendText(); });
    $('text').addEventListener('keydown', event => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.sendText(); }
      if (event.key === 'Escape') this.endAnswer();
    });
    $('text').addEventListener('input', () => this.grow());
    $('attach').addEventListener('click', () => this.attachMenu());
    $('chat-menu').addEventListener('click', () => this.customerMenu());
    $('answering-end').addEventListener('click', () => this.endAnswer());
    $('file').addEventListener('change', () => this.sendFile());
    document.addEventListener('visibilitychange', () => this.look());
  }

  get number() { return this.state.number; }
  get waId() { return this.state.customer?.waId; }

  async open() {
    this.messages = [];
    this.drawn = '';
    this.endAnswer();
    const chosen = Boolean(this.waId);
    $('chat-empty').hidden = chosen;
    for (const id of ['chat-head', 'thread', 'composer']) $(id).hidden = !chosen;
    if (!chosen) return;
    $('thread').replaceChildren();
    this.drawHead();
    await this.load(true);
    if (matchMedia('(hover: hover)').matches) $('text').focus();
  }

  /** Reads the thread again; keeps the place unless the reader is at the end. */
  async load(toEnd = false) {
    const waId = this.waId;
    if (!waId) return;
    const latest = await api.thread(this.number, waId);
    if (waId !== this.waId) return;
    const first = latest[0]?.at ?? '';
    const known = new Set(latest.map(message => message.id));
    this.messages = this.messages.filter(message => message.at < first && !known.has(message.id)).concat(latest);
    this.mayHaveEarlier ??= false;
    if (this.messages.length === latest.length) this.mayHaveEarlier = latest.length === 100;
    this.draw(toEnd);
    this.look();
  }

  async loadEarlier() {
    const earlier = await api.thread(this.number, this.waId, this.messages[0].id);
    this.mayHaveEarlier = earlier.length === 100;
    this.messages = earlier.concat(this.messages);
    this.draw(false);
  }

  /** An open, visible thread is a read one. */
  look() {
    const unseen = this.messages.some(message => !message.fromCustomer && !message.seen && message.state !== 'failed');
    if (this.waId && unseen && document.visibilityState === 'visible') this.doing(api.read(this.number, this.waId));
  }

  draw(toEnd) {
    const list = $('thread');
    const now = JSON.stringify([this.messages, this.mayHaveEarlier]);
    if (now === this.drawn) return;
    this.drawn = now;
    const atEnd = toEnd || list.scrollHeight - list.scrollTop - list.clientHeight < 80;
    const playing = [...list.querySelectorAll('audio,video')].some(medium => !medium.paused);
    if (playing && !toEnd) { this.drawn = ''; return; }
    const nodes = [];
    if (this.mayHaveEarlier) nodes.push(el('li', { class: 'day' }, el('button', { type: 'button', class: 'link', onclick: () => this.doing(this.loadEarlier()) }, t('earlier'))));
    let day = '';
    for (const message of this.messages) {
      const its = dayOf(message.at);
      if (its !== day) nodes.push(el('li', { class: 'day' }, el('span', {}, its)));
      day = its;
      nodes.push(bubble(message, this));
    }
    const before = list.scrollTop;
    list.replaceChildren(...nodes);
    list.scrollTop = atEnd ? list.scrollHeight : before;
    if (!atEnd) return;
    // Media get their height late; stay at the end meanwhile.
    const stay = () => { list.scrollTop = list.scrollHeight; };
    for (const image of list.querySelectorAll('img')) image.addEventListener('load', stay, { once: true });
    for (const video of list.querySelectorAll('video')) video.addEventListener('loadedmetadata', stay, { once: true });
  }

  drawHead() {
    const customer = this.state.customer;
    if (!customer) return;
    $('chat-name').textContent = customer.name || `+${customer.waId}`;
    const avatar = $('chat-avatar');
    avatar.textContent = initials(customer);
    avatar.className = `avatar ${colour(customer.waId)}`;
    $('chat-sub').textContent = customer.typingUntil && new Date(customer.typingUntil) > new Date()
      ? t('typing') : `+${customer.waId} · ${windowWords(customer)}`;
  }

  // What bubbles need of us.
  find(id) { return this.messages.find(message => message.id === id); }
  write(message) { return this.doing(api.write(this.number, this.waId, { ...message, profileName: this.state.customer.name }).then(() => this.load(true))); }
  choose(anchor, entries) { menu(anchor, entries); }
  played(message) { if (!message.fromCustomer && message.content.audio?.voice !== false) this.doing(api.played(this.number, this.waId, message.id)); }

  openMenu(anchor, message) {
    const reactions = el('div', { class: 'reaction-row' }, ...REACTIONS.map(emoji => el('button', {
      type: 'button', 'aria-label': `${t('react')} ${emoji}`,
      onclick: () => { list.closeMenu(); this.write({ type: 'reaction', messageId: message.id, emoji: message.customerReaction === emoji ? '' : emoji }); },
    }, emoji)));
    const list = menu(anchor, [
      reactions,
      [t('reply'), () => this.beginAnswer(message)],
      message.fromCustomer && message.type === 'text' ? [t('edit'), () => this.beginEdit(message)] : null,
      message.fromCustomer ? [t('remove'), () => this.write({ type: 'delete', messageId: message.id })] : null,
    ]);
  }

  sendText() {
    const text = $('text').value.trim();
    if (!text || !this.waId) return;
    const message = this.edited ? { type: 'edit', messageId: this.edited.id, text } : { type: 'text', text, replyTo: this.answered?.id };
    $('text').value = '';
    this.endAnswer();
    this.write(message);
  }

  attachMenu() {
    const send = type => () => { const replyTo = this.answered?.id; this.endAnswer(); this.write({ type, replyTo }); };
    menu($('attach'), [
      [t('picturePick'), () => $('file').click()],
      [t('picture'), send('image')],
      [t('voice'), send('audio')],
      [t('video'), send('video')],
      [t('document'), send('document')],
      [t('sticker'), send('sticker')],
      [t('location'), send('location')],
      [t('contact'), send('contacts')],
      [t('order'), send('order')],
      [t('forwardedText'), () => this.write({ text: $('text').value.trim() || '↪ …', forwarded: true })],
      [t('unsupported'), send('unsupported')],
    ]);
  }

  async sendFile() {
    const file = $('file').files[0];
    $('file').value = '';
    if (!file) return;
    if (file.size > LARGEST_FILE) { toast(t('filesTooBig')); return; }
    const kind = ['image', 'audio', 'video'].find(each => file.type.startsWith(`${each}/`)) ?? 'document';
    const data = await new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
      reader.onerror = () => reject(reader.error);
      reader.readAsDataURL(file);
    });
    const caption = $('text').value.trim() || undefined;
    $('text').value = '';
    const replyTo = this.answered?.id;
    this.endAnswer();
    this.write({ type: kind, replyTo, data, mimeType: file.type || 'application/octet-stream', fileName: file.name, caption: kind === 'audio' ? undefined : caption });
  }

  customerMenu() {
    const customer = this.state.customer;
    const change = values => () => this.doing(api.changeCustomer(this.number, this.waId, values).then(() => this.redrawList()));
    const open = customer.windowEndsAt && new Date(customer.windowEndsAt) > new Date();
    menu($('chat-menu'), [
      [t('rename'), () => this.rename()],
      open ? [t('closeWindow'), change({ lastInboundAt: new Date(Date.now() - 25 * 3_600_000).toISOString() })]
        : [t('openWindow'), change({ lastInboundAt: new Date().toISOString() })],
      customer.reachable === false ? [t('hasWhatsApp'), change({ reachable: true })] : [t('noWhatsApp'), change({ reachable: false })],
      [t('forget'), () => this.doing(api.forget(this.number, this.waId).then(() => { this.state.choose(null); return this.redrawList(); }))],
    ]);
  }

  async rename() {
    const given = await ask(t('rename'), [{ name: 'name', label: t('name'), value: this.state.customer.name ?? '', required: true }], { ok: t('ok'), cancel: t('cancel') });
    if (given) this.doing(api.changeCustomer(this.number, this.waId, given).then(() => this.redrawList()));
  }

  beginAnswer(message) { this.endAnswer(); this.answered = message; this.showAnswering(`${t('answering')}: ${summary(message)}`); }
  beginEdit(message) { this.endAnswer(); this.edited = message; $('text').value = message.content.text?.body ?? ''; this.showAnswering(t('editing')); this.grow(); }

  showAnswering(words) {
    $('answering-text').textContent = words;
    $('answering').hidden = false;
    $('text').focus();
  }

  endAnswer() {
    if (this.edited) $('text').value = '';
    this.answered = null;
    this.edited = null;
    $('answering').hidden = true;
    this.grow();
  }

  grow() {
    const text = $('text');
    text.style.height = '';
    if (!text.offsetParent) return;
    text.style.height = `${Math.min(text.scrollHeight, 140)}px`;
  }

  async doing(work) {
    try { await work; } catch (error) { toast(error.message); }
  }
}

/** One of six colours, always the same for one number. */
export function colour(waId) {
  return `c${[...waId].reduce((sum, digit, i) => sum + Number(digit) * (i + 1), 0) % 6}`;
}

export function initials(customer) {
  const words = (customer.name || '').trim().split(/\s+/).filter(Boolean);
  return words.length ? words.slice(0, 2).map(word => [...word][0]).join('').toUpperCase() : '#';
}

export function windowWords(customer) {
  if (customer.reachable === false) return t('unreachable');
  if (!customer.windowEndsAt) return t('windowNever');
  const hours = (new Date(customer.windowEndsAt) - Date.now()) / 3_600_000;
  return hours > 0 ? t('windowOpen', { h: Math.ceil(hours) }) : t('windowClosed');
}
