import { expect, request, type APIRequestContext } from '@playwright/test';
import { URLS } from './env';

/** A tenant of a test's own, founded by sign-up as anybody would. */
export interface OwnTenant {
  slug: string;
  name: string;
  owner: { email: string; name: string };
  password: string;
}

const OWN_PASSWORD = 'correct-horse-battery';

/** Something that no other test has. */
export function unique(prefix: string): string {
  return `${prefix}-${Date.now().toString(36)}${Math.random().toString(36).slice(2, 7)}`;
}

interface Mail {
  id: number;
  subject: string;
  text: string;
}

/** The newest mail to an address, once it is there. */
export async function mailTo(address: string, subject = /./): Promise<Mail> {
  const context = await request.newContext({ baseURL: URLS.mail });
  try {
    let found: { id: number; subject: string } | undefined;
    await expect
      .poll(async () => {
        const reply = await context.get('/mail/api/mails', { params: { to: address } });
        const mails = (await reply.json()) as { id: number; subject: string }[];
        found = mails.find((mail) => subject.test(mail.subject));
        return found !== undefined;
      })
      .toBe(true);
    return (await (await context.get(`/mail/api/mails/${found?.id}`)).json()) as Mail;
  } finally {
    await context.dispose();
  }
}

export async function codeFor(address: string): Promise<string> {
  const { subject } = await mailTo(address, /^\d{4} \d{4}/);
  return subject.slice(0, 9);
}

async function post(api: APIRequestContext, path: string, data: unknown): Promise<unknown> {
  const reply = await api.post(path, { data });
  expect(reply.ok(), `${path}: ${reply.status()} ${await reply.text()}`).toBe(true);
  return await reply.json();
}

/** Founds a tenant through the API. */
export async function foundTenant(
  name = 'Panadería Luna',
  options: { locale?: string; timezone?: string } = {},
): Promise<OwnTenant> {
  const email = `${unique('ana')}@luna.test`;
  const api = await request.newContext({ baseURL: URLS.console });
  try {
    const signup = (await post(api, '/api/v1/signups', {
      email,
      name: 'Ana Luna',
      tenantName: name,
      locale: options.locale ?? 'en-GB',
      timezone: options.timezone ?? 'America/Bogota',
      country: 'CO',
      slug: unique('luna'),
    })) as { id: string };
    const tenant = (await post(api, `/api/v1/signups/${signup.id}/confirm`, {
      code: await codeFor(email),
      password: OWN_PASSWORD,
    })) as { slug: string };
    return { slug: tenant.slug, name, owner: { email, name: 'Ana Luna' }, password: OWN_PASSWORD };
  } finally {
    await api.dispose();
  }
}
