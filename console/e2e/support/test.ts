import { test as base, expect, type Browser, type Page } from '@playwright/test';
import { PASSWORD, URLS } from './env';

/*
 * Each page is watched: what breaks the CSP, asks a third party, or throws, fails the test that opened it.
 */
interface Watched {
  /** What a page did that it must not. */
  offences: string[];
}

const own = new Set([URLS.console, URLS.keycloak].map((url) => new URL(url).host));

export function watch(page: Page, watched: Watched): void {
  page.on('pageerror', (error) => watched.offences.push(`threw ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) watched.offences.push(message.text());
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(http|ws)/.test(url.protocol) && !own.has(url.host)) {
      watched.offences.push(`asked ${url.origin}`);
    }
  });
}

export const test = base.extend<{ watched: Watched; signedIn: (user: string) => Promise<Page> }>({
  watched: [
    async ({ page }, use) => {
      const watched: Watched = { offences: [] };
      watch(page, watched);
      await use(watched);
      expect(watched.offences).toEqual([]);
    },
    { auto: true },
  ],
  /** A page of a browser of its own, signed in as somebody of the demo tenants. */
  signedIn: async ({ browser, watched }, use) => {
    const contexts: Awaited<ReturnType<Browser['newContext']>>[] = [];
    await use(async (user) => {
      const context = await browser.newContext({ baseURL: URLS.console, locale: 'en-GB' });
      contexts.push(context);
      const page = await context.newPage();
      watch(page, watched);
      await signIn(page, user);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

/** From wherever the page leads to, through Keycloak's own form, until the console is there. */
export async function signIn(page: Page, user: string, path = '/inbox', password = PASSWORD): Promise<void> {
  await page.goto(path);
  await page.locator('#username').fill(user);
  await page.locator('#password').fill(password);
  await page.locator('[type=submit]').click();
  await expect(page.getByRole('navigation', { name: /Main|Principal/ })).toBeVisible();
}

export { expect };
