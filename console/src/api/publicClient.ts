import createClient from 'openapi-fetch';
import { offlineProblem, problemOf } from './problems';
import type { paths } from './schema';

/** The API for who is not signed in: whoever is, is not said, so that nobody acts in a name they did not mean. */
export const publicApi = createClient<paths>({
  baseUrl: window.location.origin,
  fetch: (request: Request) =>
    fetch(request).catch(() => {
      throw offlineProblem();
    }),
});
publicApi.use({
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
    return undefined;
  },
});
