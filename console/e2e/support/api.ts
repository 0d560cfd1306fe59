import { expect, request } from '@playwright/test';
import { URLS } from './env';
import type { OwnTenant } from './tenant';

/** The API as the owner of a test's own tenant calls it: to prepare what the test is not about. */
export interface OwnerApi {
  get: <T>(path: string) => Promise<T>;
  post: <T>(path: string, body?: unknown) => Promise<T>;
  patch: <T>(path: string, body: unknown) => Promise<T>;
}

export async function asOwner({ owner, password }: OwnTenant): Promise<OwnerApi> {
  const answer = await fetch(`${URLS.keycloak}/realms/tertulia/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: 'console',
      username: owner.email,
      password,
    }),
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const api = await request.newContext({ extraHTTPHeaders: { Authorization: `Bearer ${token}` } });
    try {
      const reply = await api.fetch(`${URLS.console}/api/v1/${path}`, {
        method,
        ...(body !== undefined && {
          data: JSON.stringify(body),
          headers: {
            'Content-Type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json',
          },
        }),
      });
      expect(reply.ok(), `${method} ${path}: ${reply.status()} ${await reply.text()}`).toBe(true);
      return (await reply.json()) as T;
    } finally {
      await api.dispose();
    }
  };
  return {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    patch: (path, body) => call('PATCH', path, body),
  };
}

/** Connects the tenant's practice number, as the first steps do. */
export async function connectPractice(tenant: OwnTenant, api: OwnerApi): Promise<{ id: string }> {
  const { simulator } = (await (await fetch(`${URLS.console}/console.json`)).json()) as {
    simulator: { settings: Record<string, string>; secrets: Record<string, string> };
  };
  const settings = Object.fromEntries(
    Object.entries(simulator.settings).map(([key, value]) => [key, value.replace('{tenant}', tenant.slug)]),
  );
  const channel = await api.post<{ id: string }>('channels', {
    type: 'whatsapp',
    name: 'Practice',
    settings,
    secrets: simulator.secrets,
  });
  await api.post(`channels/${channel.id}/check`);
  await expect
    .poll(async () => (await api.get<{ status: string }>(`channels/${channel.id}`)).status)
    .toBe('connected');
  return channel;
}

/** Something written by a customer to the practice number of a tenant. */
export async function customerWrites(
  tenant: OwnTenant,
  waId: string,
  name: string,
  text: string,
): Promise<void> {
  const answer = await fetch(
    `${URLS.simulator}/simulator/api/numbers/sim-${tenant.slug}/customers/${waId}/messages`,
    {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ type: 'text', text, profileName: name }),
    },
  );
  expect(answer.ok, `${answer.status} ${await answer.text()}`).toBe(true);
}
