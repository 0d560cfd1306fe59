// Calls of the control API.

const ROOT = '/simulator/api';

async function call(method, path, body) {
  const response = await fetch(ROOT + path, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const answer = text && response.headers.get('Content-Type')?.includes('json') ? JSON.parse(text) : null;
  if (!response.ok) throw new Error(answer?.detail ?? `${response.status}`);
  return answer;
}

const customer = (number, waId) => `/numbers/${encodeURIComponent(number)}/customers/${encodeURIComponent(waId)}`;

export const api = {
  numbers: () => call('GET', '/numbers'),
  register: (id, registration) => call('PUT', `/numbers/${encodeURIComponent(id)}`, registration),
  changeBehaviour: (number, switches) => call('PATCH', `/numbers/${encodeURIComponent(number)}/behaviour`, switches),
  setBehaviour: (number, behaviour) => call('PUT', `/numbers/${encodeURIComponent(number)}/behaviour`, behaviour),
  customers: number => call('GET', `/numbers/${encodeURIComponent(number)}/customers`),
  changeCustomer: (number, waId, change) => call('PUT', customer(number, waId), change),
  forget: (number, waId) => call('DELETE', customer(number, waId)),
  thread: (number, waId, before) =>
    call('GET', `${customer(number, waId)}/messages?limit=100${before ? `&before=${encodeURIComponent(before)}` : ''}`),
  write: (number, waId, message) => call('POST', `${customer(number, waId)}/messages`, message),
  read: (number, waId) => call('POST', `${customer(number, waId)}/read`),
  played: (number, waId, id) => call('POST', `${customer(number, waId)}/messages/${encodeURIComponent(id)}/played`),
  stats: () => call('GET', '/stats'),
  reset: () => call('POST', '/reset'),
  mediaUrl: id => `${ROOT}/media/${encodeURIComponent(id)}`,
  events: () => new EventSource(`${ROOT}/events`),
};
