import createClient, { type Middleware } from 'openapi-fetch';
import { accessToken } from '@/auth/session';
import { currentTenant } from '@/auth/tenant';
import { offlineProblem, problemOf } from './problems';
import type { paths } from './schema';

/** Puts who is calling on a request, and asks once more with a new token where the old one was refused. */
async function send(request: Request): Promise<Response> {
  const again = request.clone();
  let answer = await attempt(request, false);
  if (answer.status === 401) answer = await attempt(again, true);
  return answer;
}

async function attempt(request: Request, fresh: boolean): Promise<Response> {
  try {
    const token = await accessToken(fresh);
    if (token !== undefined) request.headers.set('Authorization', `Bearer ${token}`);
    const tenant = currentTenant();
    if (tenant !== undefined) request.headers.set('X-Tenant', tenant);
    return await fetch(request);
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    throw offlineProblem();
  }
}

const problems: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
    return undefined;
  },
};

/** The API. Every answer that is no success is thrown as an {@link ApiProblem}. */
export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: send });
api.use(problems);

/** The body of an answer; failures were thrown before. */
export async function data<R extends { data?: unknown }>(call: Promise<R>): Promise<NonNullable<R['data']>> {
  return (await call).data as NonNullable<R['data']>;
}

/** For what the generated client does not do: bytes. Throws as the client does. */
export async function fetchFromApi(path: string, init?: RequestInit): Promise<Response> {
  const answer = await send(new Request(new URL(path, window.location.origin), init));
  if (!answer.ok) throw await problemOf(answer);
  return answer;
}
