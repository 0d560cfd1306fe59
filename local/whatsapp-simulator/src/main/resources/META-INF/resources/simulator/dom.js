// Builds the page's elements. Text only ever goes in as text, so nothing a business or customer writes can become markup.

/** An element with properties, attributes (those with a '-' or in `attributes`) and children: nodes or strings. */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name.includes('-') || name === 'role' || name === 'for') element.setAttribute(name, value);
    else if (name === 'class') element.className = value;
    else if (name === 'data') Object.assign(element.dataset, value);
    else element[name] = value;
  }
  element.append(...children.filter(child => child !== null && child !== undefined && child !== ''));
  return element;
}

const PATHS = {
  back: 'M20 11H7.8l5.6-5.6L12 4l-8 8 8 8 1.4-1.4L7.8 13H20z',
  close: 'M19 6.4 17.6 5 12 10.6 6.4 5 5 6.4 10.6 12 5 17.6 6.4 19 12 13.4 17.6 19 19 17.6 13.4 12z',
  dots: 'M12 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zm0 2a2 2 0 1 0 0 4 2 2 0 0 0 0-4zm0 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  plus: 'M19 13h-6v6h-2v-6H5v-2h6V5h2v6h6z',
  send: 'M2 21 23 12 2 3v7l15 2-15 2z',
  sliders: 'M3 17v2h6v-2zM3 5v2h10V5zm10 16v-2h8v-2h-8v-2h-2v6zM7 9v2H3v2h4v2h2V9zm14 4v-2H11v2zm-6-4h2V7h4V5h-4V3h-2z',
  more: 'M7.4 8.6 12 13.2l4.6-4.6L18 10l-6 6-6-6z',
  pin: 'M12 2a7 7 0 0 0-7 7c0 5.2 7 13 7 13s7-7.8 7-13a7 7 0 0 0-7-7zm0 9.5a2.5 2.5 0 1 1 0-5 2.5 2.5 0 0 1 0 5z',
  file: 'M6 2a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8l-6-6zm7 7V3.5L18.5 9z',
  tick: 'M9 16.2 4.8 12l-1.4 1.4L9 19 21 7l-1.4-1.4z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm0 2c-2.7 0-8 1.3-8 4v2h16v-2c0-2.7-5.3-4-8-4z',
};

/** One of a few line icons, hidden from screen readers. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}

/** Shows a short message at the bottom. */
export function toast(text) {
  const box = document.getElementById('toast');
  box.textContent = text;
  box.hidden = false;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => { box.hidden = true; }, 5000);
}

/** A menu at a button; entries are [label, action], null for those that do not apply. */
export function menu(anchor, entries) {
  document.querySelector('.menu')?.remove();
  const list = el('div', { class: 'menu', role: 'menu' });
  const close = event => {
    if (event?.type === 'keydown' && event.key !== 'Escape') return;
    if (event?.type === 'pointerdown' && list.contains(event.target)) return;
    list.remove();
    document.removeEventListener('pointerdown', close, true);
    document.removeEventListener('keydown', close, true);
    if (event?.type === 'keydown') anchor.focus();
  };
  for (const entry of entries.filter(Boolean)) {
    if (entry instanceof Node) list.append(entry);
    else list.append(el('button', { type: 'button', role: 'menuitem', onclick: () => { close(); entry[1](); } }, entry[0]));
  }
  list.closeMenu = () => close();
  document.body.append(list);
  const at = anchor.getBoundingClientRect();
  const size = list.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left, innerWidth - size.width - 8));
  const below = at.bottom + size.height + 8 < innerHeight;
  list.style.left = `${left}px`;
  list.style.top = `${Math.max(8, below ? at.bottom + 4 : at.top - size.height - 4)}px`;
  document.addEventListener('pointerdown', close, true);
  document.addEventListener('keydown', close, true);
  list.querySelector('button')?.focus();
  return list;
}

/** Asks for some values in a dialog; fields are {name, label, value, type, required, hint}. Resolves with null if cancelled. */
export function ask(title, fields, labels) {
  const dialog = document.getElementById('dialog');
  return new Promise(resolve => {
    const inputs = fields.map(field => el('input', {
      id: `ask-${field.name}`, name: field.name, type: field.type ?? 'text', value: field.value ?? '',
      required: field.required ?? false, placeholder: field.hint ?? '', autocomplete: 'off', maxLength: 2000,
    }));
    const form = el('form', { method: 'dialog' },
      el('h2', {}, title),
      ...fields.map((field, i) => el('p', {}, el('label', { for: `ask-${field.name}` }, field.label), inputs[i])),
      el('p', { class: 'buttons' },
        el('button', { type: 'button', onclick: () => dialog.close() }, labels.cancel),
        el('button', { type: 'submit', class: 'primary' }, labels.ok)));
    let answer = null;
    form.addEventListener('submit', () => {
      answer = Object.fromEntries(inputs.map(input => [input.name, input.value.trim()]));
    });
    dialog.replaceChildren(form);
    dialog.onclose = () => resolve(answer);
    dialog.showModal();
  });
}
