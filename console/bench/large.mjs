// An inbox of very many conversations: how long the first page takes, how the list scrolls, how quickly one is opened.
// Founds a tenant of its own in a running stack, with no other work on the machine: node bench/large.mjs [conversations]
import { chromium } from '@playwright/test';
import { createHmac, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';

const conversations = Number(process.argv[2] ?? 100_000);
const base = process.env.TERTULIA_URL ?? 'http://localhost:8080';
const keycloak = process.env.TERTULIA_KEYCLOAK_URL ?? 'http://localhost:8180';
const mail = process.env.TERTULIA_MAIL_URL ?? 'http://localhost:8191';
const email = `bench-${randomUUID()}@luna.test`;
const password = 'correct-horse-battery';
const appSecret = randomUUID();
const phoneNumberId = `bench-${randomUUID()}`;
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium'].find((path) => path && existsSync(path));

async function call(url, body, headers = {}) {
  const answer = await fetch(url, {
    ...(body !== undefined && {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
    headers: { 'Content-Type': 'application/json', ...headers },
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  const text = await answer.text();
  return text === '' ? undefined : JSON.parse(text);
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function foundTenant() {
  const tenant = {
    email,
    name: 'Bench',
    tenantName: 'Bench',
    locale: 'en-GB',
    timezone: 'UTC',
    country: 'GB',
  };
  const { id } = await call(`${base}/api/v1/signups`, { ...tenant, slug: `bench-${Date.now()}` });
  for (;;) {
    const [first] = await call(`${mail}/mail/api/mails?to=${encodeURIComponent(email)}`);
    if (first) {
      const code = first.subject.slice(0, 9);
      await call(`${base}/api/v1/signups/${id}/confirm`, { code, password });
      return;
    }
    await pause(200);
  }
}

async function token() {
  const form = { grant_type: 'password', client_id: 'console', username: email, password };
  const answer = await call(
    `${keycloak}/realms/tertulia/protocol/openid-connect/token`,
    new URLSearchParams(form).toString(),
    { 'Content-Type': 'application/x-www-form-urlencoded' },
  );
  return { Authorization: `Bearer ${answer.access_token}` };
}

/** One webhook with the first message of so many customers, one a second, the newest last. */
function webhook(from, count, now) {
  const changes = Array.from({ length: count }, (_, at) => {
    const number = from + at;
    const waId = `57300${String(1_000_000 + number)}`;
    return {
      field: 'messages',
      value: {
        messaging_product: 'whatsapp',
        metadata: { display_phone_number: '1555', phone_number_id: phoneNumberId },
        contacts: [{ wa_id: waId, profile: { name: `Cliente ${number}` } }],
        messages: [
          {
            from: waId,
            id: `wamid.${randomUUID()}`,
            timestamp: String(now - conversations + number),
            type: 'text',
            text: { body: `Hola, soy el cliente ${number}.` },
          },
        ],
      },
    };
  });
  return JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: 'waba', changes }] });
}

async function fill(channel) {
  const now = Math.floor(Date.now() / 1000);
  const size = 100;
  let next = 0;
  const post = async () => {
    while (next < conversations) {
      const from = next;
      next += size;
      const body = webhook(from, Math.min(size, conversations - from), now);
      const signature = createHmac('sha256', appSecret).update(body).digest('hex');
      const signed = { 'X-Hub-Signature-256': `sha256=${signature}` };
      // As a provider does: what was not taken is delivered again.
      for (let taken = false; !taken;) {
        taken = await call(`${base}/webhooks/whatsapp/${channel}`, body, signed).then(
          () => true,
          (failure) =>
            /: 50[0-9] |429 /.test(failure.message) ? pause(500).then(() => false) : Promise.reject(failure),
        );
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, post));
}

function share(values, at) {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? 0).toFixed(1);
}

const spread = (values) =>
  `median ${share(values, 0.5)} ms, 99 % ${share(values, 0.99)} ms, longest ${share(values, 1)} ms`;

await foundTenant();
const { id: channel } = await call(
  `${base}/api/v1/channels`,
  {
    type: 'whatsapp',
    name: 'Bench',
    settings: { phoneNumberId },
    secrets: { accessToken: 'token', appSecret, verifyToken: 'verify' },
  },
  await token(),
);
const before = Date.now();
await fill(channel);
console.log(`${conversations} conversations accepted in ${((Date.now() - before) / 1000).toFixed(1)} s`);
const counted = async () => (await call(`${base}/api/v1/conversations/counts`, undefined, await token())).all;
for (let waited = 0; (await counted()) < conversations && waited < 300; waited++) await pause(1000);
console.log(`${await counted()} are in the inbox after ${((Date.now() - before) / 1000).toFixed(1)} s`);

const authorization = await token();
for (const path of [
  'conversations?limit=60',
  'conversations/counts',
  'conversations?limit=60&q=cliente%2077777',
]) {
  const took = [];
  for (let at = 0; at < 30; at++) {
    const began = performance.now();
    await call(`${base}/api/v1/${path}`, undefined, authorization);
    took.push(performance.now() - began);
  }
  console.log(`GET ${path}: ${spread(took)}`);
}

const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
const page = await browser.newPage({
  baseURL: base,
  viewport: { width: 1280, height: 800 },
  locale: 'en-GB',
});
await page.goto('/inbox');
await page.locator('#username').fill(email);
await page.locator('#password').fill(password);
await page.locator('[type=submit]').click();
const list = page.getByTestId('conversations');
await list.getByRole('link').first().waitFor();

// Opened for the first time, and again when its messages are known.
async function open(row) {
  return await row.evaluate(async (link) => {
    const wanted = link.textContent.match(/soy el cliente \d+\./)[0];
    const began = performance.now();
    link.click();
    const shown = () =>
      [...document.querySelectorAll('article')].some((message) => message.textContent.includes(wanted));
    while (!shown()) await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - began;
  });
}
const opened = { first: [], again: [] };
for (const visit of ['first', 'again']) {
  for (let at = 0; at < 8; at++) {
    opened[visit].push(await open(list.getByRole('link').nth(at)));
    await page.waitForTimeout(300);
  }
}
console.log(`a conversation is opened for the first time: ${spread(opened.first)}`);
console.log(`and again: ${spread(opened.again)}`);

const scrolled = await list.evaluate(async (element) => {
  const frames = [];
  const until = performance.now() + 30_000;
  let last = performance.now();
  while (performance.now() < until) {
    // As a wheel that is turned without a rest.
    element.scrollTop += 240;
    const now = await new Promise((resolve) => requestAnimationFrame(resolve));
    frames.push(now - last);
    last = now;
  }
  return { frames, rows: Math.round(element.scrollTop / 72), inPage: element.querySelectorAll('li').length };
});
console.log(`30 s of scrolling: down to row ${scrolled.rows}, with ${scrolled.inPage} rows in the page`);
console.log(
  `frames: ${spread(scrolled.frames)}; over 50 ms: ${scrolled.frames.filter((each) => each > 50).length}`,
);
await browser.close();
