// The switches by which a number misbehaves, and what was counted.

import { api } from './api.js';
import { el, toast } from './dom.js';
import { t } from './words.js';

const $ = id => document.getElementById(id);

const GROUPS = [
  ['groupWebhooks', [['duplicateWebhooks', 'amount'], ['reorderWebhooks', 'switch'], ['webhookDelay', 'range'], ['rejectWebhook', 'percent'], ['forgeSignature', 'percent']]],
  ['groupAnswers', [['failWith', 'failure'], ['dropAnswers', 'percent'], ['hangAnswers', 'percent'], ['answerDelay', 'range'], ['maxPerSecond', 'amount'], ['expiredToken', 'switch']]],
  ['groupStatuses', [['readOnlyWhenOpened', 'switch'], ['noReadReceipts', 'switch'], ['lateStatuses', 'switch'], ['statusesBeforeAnswer', 'switch'], ['noStatuses', 'switch']]],
  ['groupRules', [['ignoreWindow', 'switch'], ['errorsInAnswer', 'switch']]],
];

const FAILURES = {
  '': null,
  '130429 (403)': { code: 130429, httpStatus: 403 },
  '130429 (500)': { code: 130429, httpStatus: 500 },
  '80007 (429)': { code: 80007 },
  '4 (429)': { code: 4, retryAfterSeconds: 5 },
  '131056 (429)': { code: 131056 },
  '131026': { code: 131026, how: 'status' },
  '131047': { code: 131047, how: 'status' },
  '131049': { code: 131049, how: 'status' },
  '131050': { code: 131050, how: 'status' },
  '131031 (403)': { code: 131031 },
  '368 (403)': { code: 368 },
  '190 (401)': { code: 190 },
  '131000 (500)': { code: 131000 },
  '500': { httpStatus: 500 },
  '503': { httpStatus: 503 },
  html: { httpStatus: 502, how: 'html' },
  cut: { how: 'cut' },
  hang: { how: 'hang' },
};

const OFTEN = { always: {}, nextOne: { next: 1 }, nextTen: { next: 10 }, half: { probability: 0.5 } };

function failureLabel(key) {
  return { '': t('never'), 500: `${t('failHttp')} 500`, 503: `${t('failHttp')} 503`, html: t('failHtml'), cut: t('failCut'), hang: t('failHang') }[key] ?? key;
}

function sameFailure(rule, pattern) {
  return Boolean(pattern) && ['code', 'httpStatus'].every(name => (rule[name] ?? null) === (pattern[name] ?? null))
    && (rule.how ?? 'ANSWER').toLowerCase() === (pattern.how ?? 'answer');
}

export class Panel {
  constructor(state, redraw) {
    this.state = state;
    this.redraw = redraw;
    this.drawn = '';
    $('panel-open').addEventListener('click', () => this.show($('panel').hidden));
    $('panel-close').addEventListener('click', () => this.show(false));
    setInterval(() => { if (!$('panel').hidden && document.visibilityState === 'visible') this.count(); }, 2000);
    this.show(innerWidth > 1180);
  }

  show(open) {
    $('panel').hidden = !open;
    $('app').classList.toggle('with-panel', open);
    if (open) { this.draw(); this.count(); }
  }

  draw() {
    const number = this.state.numberInfo();
    const now = JSON.stringify(number ?? null);
    if ($('panel').hidden || now === this.drawn || $('panel-body').contains(document.activeElement) && document.activeElement.type === 'number') return;
    this.drawn = now;
    $('panel-body').replaceChildren(...(number ? this.groups(number.behaviour) : []));
  }

  groups(behaviour) {
    this.counts = el('dl', { class: 'counts' });
    return [
      ...GROUPS.map(([title, switches]) => el('fieldset', {}, el('legend', {}, t(title)), ...switches.map(([name, kind]) => this[kind](name, behaviour[name])))),
      el('fieldset', {}, el('legend', {}, t('groupCounts')), this.counts),
      el('p', { class: 'buttons' },
        el('button', { type: 'button', class: 'primary', onclick: () => this.set(api.setBehaviour(this.state.number, {})) }, t('behaveWell')),
        el('button', { type: 'button', onclick: () => { if (confirm(t('resetSure'))) this.set(api.reset()); } }, t('reset'))),
    ];
  }

  switch(name, value) {
    const box = el('input', { type: 'checkbox', role: 'switch', checked: value, onchange: () => this.change({ [name]: box.checked }) });
    return el('label', { class: `row ${value ? 'on' : ''}` }, el('span', {}, t(name)), box);
  }

  box(value, most, save) {
    const box = el('input', { type: 'number', min: 0, max: most, value, inputMode: 'numeric', onchange: () => { if (box.reportValidity()) save(Number(box.value)); } });
    return box;
  }

  boxRow(name, value, most, save) {
    return el('label', { class: `row ${value ? 'on' : ''}` }, el('span', {}, t(name)), this.box(value, most, save));
  }

  amount(name, value) {
    return this.boxRow(name, value, name === 'duplicateWebhooks' ? 1000 : 1_000_000, amount => this.change({ [name]: amount }));
  }

  percent(name, value) {
    return this.boxRow(name, Math.round(value * 100), 100, percent => this.change({ [name]: percent / 100 }));
  }

  range(name, value) {
    const save = () => {
      const minMs = Number(from.value);
      this.change({ [name]: { minMs, maxMs: Math.max(minMs, Number(to.value)) } });
    };
    const from = this.box(value.minMs, 600_000, save);
    const to = this.box(value.maxMs, 600_000, save);
    from.setAttribute('aria-label', `${t(name)} 1`);
    to.setAttribute('aria-label', `${t(name)} 2`);
    return el('div', { class: `row ${value.maxMs ? 'on' : ''}` }, el('span', {}, t(name)), el('span', { class: 'pair' }, from, '–', to));
  }

  failure(name, rules) {
    const rule = rules[0];
    const current = rule ? Object.keys(FAILURES).find(key => sameFailure(rule, FAILURES[key])) : '';
    const often = rule ? Object.keys(OFTEN).find(key => (OFTEN[key].next ?? null) === (rule.next ?? null) && (OFTEN[key].probability ?? null) === (rule.probability ?? null)) : 'always';
    const save = () => {
      const pattern = FAILURES[what.value];
      this.change({ failWith: pattern ? [{ ...pattern, ...OFTEN[when.value] }] : [] });
    };
    const what = el('select', { 'aria-label': t(name), onchange: save }, ...Object.keys(FAILURES).map(key => el('option', { value: key, selected: key === (current ?? '') }, failureLabel(key))));
    const when = el('select', { 'aria-label': t('howOften'), onchange: save }, ...Object.keys(OFTEN).map(key => el('option', { value: key, selected: key === (often ?? 'always') }, t(key))));
    return el('div', { class: `row ${rule ? 'on' : ''}` }, el('span', {}, t(name)), el('span', { class: 'pair' }, what, when));
  }

  change(switches) { return this.set(api.changeBehaviour(this.state.number, switches)); }

  async set(work) {
    try { await work; } catch (error) { toast(error.message); }
    this.drawn = '';
    await this.redraw();
  }

  async count() {
    try {
      const stats = await api.stats();
      const mine = stats.numbers[this.state.number];
      if (!mine || !this.counts) return;
      const rows = [['cAccepted', mine.accepted], ['cRefused', mine.refused], ['cReceived', mine.received], ['cDelivered', mine.webhooks.delivered],
        ['cFailed', mine.webhooks.failedPosts], ['cPending', mine.webhooks.pending], ['cRepeated', stats.callbackData.repeated]];
      this.counts.replaceChildren(...rows.flatMap(([name, value]) => [el('dt', {}, t(name)), el('dd', {}, value.toLocaleString())]));
    } catch { /* The list says that the simulator is away. */ }
  }
}
