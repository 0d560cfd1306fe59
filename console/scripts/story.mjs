// What the README's pictures show: customers of Acme write, and some are answered. Does nothing where they have written.
const base = process.env.TERTULIA_URL ?? 'http://localhost:8080';
const keycloak = process.env.TERTULIA_KEYCLOAK_URL ?? 'http://localhost:8180';
const simulator = process.env.TERTULIA_SIMULATOR_URL ?? 'http://localhost:8190';

const CUSTOMERS = [
  {
    waId: '34600111222',
    name: 'Begoña Etxeberria',
    says: ['¿Hacéis tartas sin gluten?', 'Es para doce personas'],
  },
  { waId: '966501234567', name: 'نورة القحطاني', says: ['مرحبا، هل لديكم توصيل اليوم؟'] },
  { waId: '5491122334455', name: 'Agustín Güiraldes', says: ['Buenas, ¿a qué hora abren mañana?'] },
  { waId: '573001234567', name: 'Íñigo Peñalosa', says: ['Quedó riquísimo todo, ¡gracias!'] },
  { waId: '447700900123', name: 'Siobhán Ó Murchú', says: ['Do you ship to Ireland?'] },
  { waId: '525587654321', name: 'Ángel Muñoz', says: ['Necesito factura del pedido 1042'] },
];
const MAIN = { waId: '525512345678', name: 'María José Hernández Núñez' };

async function call(url, { method = 'POST', body, headers = {} } = {}) {
  const answer = await fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
  const text = await answer.text();
  return text === '' ? undefined : JSON.parse(text);
}

async function signedIn(username, password) {
  const form = { grant_type: 'password', client_id: 'console', username, password };
  const { access_token: token } = await call(`${keycloak}/realms/tertulia/protocol/openid-connect/token`, {
    body: new URLSearchParams(form).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });
  const headers = { Authorization: `Bearer ${token}` };
  return (path, method = 'GET', body) => call(`${base}/api/v1/${path}`, { method, body, headers });
}

const customer = ({ waId, name }, path, body = {}) =>
  call(`${simulator}/simulator/api/numbers/number-acme/customers/${waId}/${path}`, {
    body: path === 'messages' ? { type: 'text', profileName: name, ...body } : body,
  });

async function until(what) {
  for (let tries = 0; tries < 60; tries++) {
    const found = await what();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('It does not come about');
}

export async function tellStory(username, password) {
  const api = await signedIn(username, password);
  const conversations = async () => (await api('conversations?limit=100')).items;
  const of = ({ waId }) =>
    conversations().then((all) => all.find(({ contact }) => contact.identity.address === waId));
  if (await of(CUSTOMERS.at(-1))) return;
  for (const who of CUSTOMERS) {
    for (const text of who.says) await customer(who, 'messages', { text });
  }
  const main = await until(() => of(MAIN));
  await until(() => of(CUSTOMERS.at(-1)));
  const { memberId } = (await api('me')).actor;
  await api(`conversations/${main.id}/assign`, 'POST', { memberId });
  const labels = {};
  for (const [name, color] of [
    ['Pedido', '#0f766e'],
    ['Factura', '#b45309'],
  ]) {
    labels[name] = (await api('labels', 'POST', { name, color })).id;
  }
  await api(`conversations/${main.id}/labels`, 'PUT', { labelIds: [labels.Pedido] });
  const invoice = await of(CUSTOMERS.at(-1));
  await api(`conversations/${invoice.id}/labels`, 'PUT', { labelIds: [labels.Factura] });
  const newest = async () => (await api(`conversations/${main.id}/messages?limit=1`)).items[0];
  const say = (text) => api(`conversations/${main.id}/messages`, 'POST', { kind: 'text', text });
  await say('¡Hola, María José! Sí: el pan de muerto sale del horno el viernes a las 9.');
  await say('¿Le aparto alguno?');
  await until(async () => (await newest()).status === 'delivered');
  await customer(MAIN, 'read');
  await customer(MAIN, 'messages', { text: 'Dos grandes, por favor. Paso a las 10' });
  await until(async () => (await newest()).direction === 'inbound');
  await api(`conversations/${main.id}/notes`, 'POST', { text: 'Apartados dos grandes en el mostrador.' });
  await say('Apartados a su nombre. ¡La esperamos!');
  await until(async () => (await newest()).status === 'delivered');
  await customer(MAIN, 'read');
  const interacted = async () =>
    (await api('contacts?limit=100')).items.every((one) => one.lastInteractionAt);
  await until(interacted);
}
