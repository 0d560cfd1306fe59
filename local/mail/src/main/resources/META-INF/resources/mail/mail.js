// Lists what was sent and shows one of it. Text only ever goes in as text; a mail's HTML is shown in a frame that may do nothing.

const WORDS = {
  es: {
    title: 'Correo', clear: 'Vaciar', search: 'Enviados a', none: 'No hay ningún correo. Lo que se envíe aparece aquí.', choose: 'Elige un correo.',
    from: 'De', to: 'Para', at: 'Fecha', html: 'HTML', text: 'Texto', source: 'Fuente', back: '‹ Volver', noPart: 'El correo no tiene esta parte.',
    sure: '¿Borrar todos los correos?', away: 'El servidor no responde.',
  },
  en: {
    title: 'Mail', clear: 'Empty', search: 'Sent to', none: 'There is no mail. What is sent appears here.', choose: 'Choose a mail.',
    from: 'From', to: 'To', at: 'Date', html: 'HTML', text: 'Text', source: 'Source', back: '‹ Back', noPart: 'The mail has no such part.',
    sure: 'Delete all mail?', away: 'The server does not answer.',
  },
};
const language = navigator.language.startsWith('es') ? 'es' : 'en';
const words = WORDS[language];
const api = '/mail/api/mails';
const $ = id => document.getElementById(id);

let listed = '';
let chosen = null;
let part = 'html';

document.documentElement.lang = language;
document.title = words.title;
for (const element of document.querySelectorAll('[data-t]')) element.textContent = words[element.dataset.t];

function entry(mail) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'entry';
  button.dataset.id = mail.id;
  const lines = [['to', mail.to.join(', ')], ['subject', mail.subject], ['time', new Date(mail.at).toLocaleString(language)]];
  for (const [name, value] of lines) {
    const line = document.createElement('span');
    line.className = name;
    line.dir = 'auto';
    line.textContent = value;
    button.append(line);
  }
  button.addEventListener('click', () => open(mail.id));
  const item = document.createElement('li');
  item.append(button);
  return item;
}

function mark() {
  for (const button of $('list').querySelectorAll('.entry')) button.setAttribute('aria-current', button.dataset.id === String(chosen?.id));
}

async function load() {
  const to = $('to').value.trim();
  const response = await fetch(api + (to ? `?to=${encodeURIComponent(to)}` : ''));
  const text = await response.text();
  if (text !== listed) {
    listed = text;
    const mails = JSON.parse(text);
    $('list').replaceChildren(...mails.map(entry));
    $('none').textContent = words.none;
    $('none').hidden = mails.length > 0;
    mark();
  }
}

async function open(id) {
  const response = await fetch(`${api}/${id}`);
  if (!response.ok) return;
  chosen = await response.json();
  $('choose').hidden = true;
  $('mail').hidden = false;
  $('app').dataset.view = 'mail';
  $('subject').textContent = chosen.subject;
  $('from').textContent = chosen.from;
  $('recipients').textContent = chosen.to.join(', ');
  $('at').textContent = new Date(chosen.at).toLocaleString(language);
  mark();
  await show(part);
}

async function show(wanted) {
  part = wanted;
  for (const tab of document.querySelectorAll('[data-part]')) tab.setAttribute('aria-selected', tab.dataset.part === part);
  const framed = part === 'html' && Boolean(chosen.html);
  $('html').hidden = !framed;
  $('text').hidden = framed;
  if (framed) $('html').src = `${api}/${chosen.id}/html`;
  else if (part === 'source') $('text').textContent = await (await fetch(`${api}/${chosen.id}/source`)).text();
  else $('text').textContent = (part === 'text' && chosen.text) || words.noPart;
}

for (const tab of document.querySelectorAll('[data-part]')) tab.addEventListener('click', () => show(tab.dataset.part));
$('back').addEventListener('click', () => { $('app').dataset.view = 'list'; });
$('to').addEventListener('input', () => { load().catch(away); });
$('clear').addEventListener('click', async () => {
  if (!confirm(words.sure)) return;
  await fetch(api, { method: 'DELETE' });
  chosen = null;
  $('mail').hidden = true;
  $('choose').hidden = false;
  $('app').dataset.view = 'list';
  await load();
});

function away() {
  listed = '';
  $('none').textContent = words.away;
  $('none').hidden = false;
}

async function watch() {
  try {
    await load();
  } catch {
    away();
  }
  setTimeout(watch, 2000);
}
watch();
