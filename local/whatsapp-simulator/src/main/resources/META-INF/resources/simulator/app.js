// The page: which number, which customer, and keeping both up to date.

import { api } from './api.js';
import { summary } from './bubbles.js';
import { Chat, colour, initials, windowWords } from './chat.js';
import { ask, el, icon, toast } from './dom.js';
import { Panel } from './panel.js';
import { language, t, timeOf } from './words.js';

const $ = id => document.getElementById(id);

/** People to begin with; they exist once they write. */
const MADE_UP = [
  { waId: '34600111222', name: 'Lucía Fernández' },
  { waId: '5215512345678', name: 'Diego Ramírez' },
  { waId: '12025550142', name: 'Grace Miller' },
];

const state = {
  numbers: [], customers: [], number: null, customer: null,
  numberInfo() { return this.numbers.find(each => each.phoneNumberId === this.number); },
  choose(customer) {
    this.customer = customer;
    location.hash = customer ? `${this.number}/${customer.waId}` : this.number ?? '';
    $('app').dataset.view = customer ? 'chat' : 'list';
    drawCustomers();
    return chat.open();
  },
};

const labels = { ok: t('ok'), cancel: t('cancel') };
translate();
const chat = new Chat(state, loadCustomers);
const panel = new Panel(state, loadNumbers);
start();

function translate() {
  document.documentElement.lang = language;
  document.title = t('title');
  for (const element of document.querySelectorAll('[data-t]')) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll('[data-icon]')) element.append(icon(element.dataset.icon));
  for (const element of document.querySelectorAll('[data-placeholder]')) element.placeholder = t(element.dataset.placeholder);
  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', t(element.dataset.label));
    if (element.matches('button')) element.title = t(element.dataset.label);
  }
}

async function start() {
  $('number').addEventListener('change', () => chooseNumber($('number').value));
  $('number-new').addEventListener('click', addNumber);
  $('customer-new').addEventListener('click', addCustomer);
  $('back').addEventListener('click', () => state.choose(null));
  addEventListener('hashchange', followHash);
  await loadNumbers();
  await followHash();
  listen();
  setInterval(() => chat.drawHead(), 15_000);
}

/** The address names number and customer, so that a reload or a bookmark comes back to the same thread. */
async function followHash() {
  const [number, waId] = decodeURIComponent(location.hash.slice(1)).split('/');
  const known = state.numbers.some(each => each.phoneNumberId === number);
  if (known && number !== state.number) await chooseNumber(number, false);
  if (waId && waId !== state.customer?.waId) {
    const customer = everyone().find(each => each.waId === waId);
    if (customer) await state.choose(customer);
  } else if (!waId && state.customer) {
    await state.choose(null);
  }
}

async function loadNumbers() {
  try {
    state.numbers = await api.numbers();
  } catch {
    toast(t('offline'));
    return;
  }
  if (!state.numberInfo() && state.numbers.length) await chooseNumber(state.numbers[0].phoneNumberId, !location.hash);
  $('number').replaceChildren(...state.numbers.map(each => el('option', { value: each.phoneNumberId, selected: each.phoneNumberId === state.number },
    `${each.verifiedName ?? each.phoneNumberId} · +${each.displayPhoneNumber}`)));
  $('number').disabled = !state.numbers.length;
  drawNumber();
  panel.draw();
}

async function chooseNumber(id, clear = true) {
  state.number = id;
  state.customers = [];
  $('number').value = id;
  if (clear) await state.choose(null);
  drawNumber();
  panel.draw();
  await loadCustomers();
}

function drawNumber() {
  const number = state.numberInfo();
  const words = !number ? t('noNumbers')
    : !number.callbackUrl ? t('noWebhook')
      : number.callback === 'verified' ? t('verified') : number.callback === 'unverified' ? t('unverified') : `${t('unverified')}: ${number.callback}`;
  $('number-state').textContent = words;
  $('number-state').className = `hint ${number?.callback === 'verified' ? 'good' : 'bad'}`;
  $('panel-open').classList.toggle('alarm', Boolean(number) && misbehaves(number.behaviour));
}

function misbehaves(behaviour) {
  return ['duplicateWebhooks', 'reorderWebhooks', 'rejectWebhook', 'forgeSignature', 'dropAnswers', 'hangAnswers', 'expiredToken', 'lateStatuses', 'noStatuses']
    .some(name => behaviour[name]) || behaviour.failWith.length > 0;
}

async function loadCustomers() {
  const number = state.number;
  if (!number) return drawCustomers();
  const customers = await api.customers(number);
  if (number !== state.number) return undefined;
  state.customers = customers;
  if (state.customer) {
    state.customer = everyone().find(each => each.waId === state.customer.waId) ?? state.customer;
    chat.drawHead();
  }
  return drawCustomers();
}

function everyone() {
  const known = new Set(state.customers.map(each => each.waId));
  return state.customers.concat(state.number ? MADE_UP.filter(each => !known.has(each.waId)) : []);
}

function drawCustomers() {
  $('customers').replaceChildren(...everyone().map(customer => {
    const last = customer.lastMessage;
    const preview = last ? `${last.fromCustomer ? `${t('you')}: ` : ''}${summary(last)}` : customer.reachable === undefined ? t('madeUp') : windowWords(customer);
    return el('li', {}, el('button', {
      type: 'button', class: customer.waId === state.customer?.waId ? 'customer chosen' : 'customer',
      'aria-current': customer.waId === state.customer?.waId ? 'true' : 'false', onclick: () => state.choose(customer),
    },
    el('span', { class: `avatar ${colour(customer.waId)}`, 'aria-hidden': 'true' }, initials(customer)),
    el('span', { class: 'about' },
      el('span', { class: 'line' }, el('strong', {}, customer.name || `+${customer.waId}`), last ? el('time', { dateTime: last.at }, timeOf(last.at)) : ''),
      el('span', { class: 'line' }, el('span', { class: 'preview' }, preview), customer.unseen ? el('span', { class: 'badge' }, String(customer.unseen)) : ''))));
  }));
}

async function addCustomer() {
  if (!state.number) return addNumber();
  const given = await ask(t('newCustomer').replace('+ ', ''), [
    { name: 'name', label: t('name'), required: true },
    { name: 'phone', label: t('phone'), required: true, type: 'tel', hint: '+34 600 222 333' },
  ], labels);
  if (!given) return undefined;
  try {
    const customer = await api.changeCustomer(state.number, given.phone, { name: given.name });
    await loadCustomers();
    return await state.choose(customer);
  } catch (error) {
    return toast(error.message);
  }
}

async function addNumber() {
  const field = (name, value, required = true) => ({ name, label: t(name), value, required });
  const given = await ask(t('addNumber'), [
    field('phoneNumberId', '100000000000001'), field('wabaId', '200000000000001'), field('displayPhoneNumber', '+34 910 000 001'), field('verifiedName', '', false),
    field('accessToken', ''), field('appSecret', ''), field('verifyToken', '', false), field('callbackUrl', '', false),
  ], labels);
  if (!given) return;
  try {
    const { phoneNumberId, ...registration } = Object.fromEntries(Object.entries(given).filter(([, value]) => value));
    await api.register(phoneNumberId, registration);
    await loadNumbers();
    await chooseNumber(phoneNumberId);
    await loadNumbers();
  } catch (error) {
    toast(error.message);
  }
}

function listen() {
  const events = api.events();
  let away = false;
  events.onopen = () => { if (away) refresh(); away = false; };
  events.onerror = () => { if (!away) toast(t('offline')); away = true; };
  let due = null;
  let numbersToo = false;
  let threadToo = false;
  events.onmessage = event => {
    const notice = JSON.parse(event.data);
    if (!notice.phoneNumberId) return;
    numbersToo ||= !notice.waId;
    threadToo ||= notice.phoneNumberId === state.number && (!notice.waId || notice.waId === state.customer?.waId);
    due ??= setTimeout(async () => {
      due = null;
      const [numbers, thread] = [numbersToo, threadToo];
      numbersToo = threadToo = false;
      try {
        if (numbers) await loadNumbers();
        await Promise.all([loadCustomers(), thread ? chat.load() : null]);
      } catch { /* The next notice or reconnect tries again. */ }
    }, 60);
  };
}

async function refresh() {
  await loadNumbers();
  await loadCustomers();
  await chat.load();
}
