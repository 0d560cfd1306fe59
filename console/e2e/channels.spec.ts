import { type Page } from '@playwright/test';
import { createHmac } from 'node:crypto';
import { expectAccessible } from './support/axe';
import { URLS } from './support/env';
import { foundTenant } from './support/tenant';
import { expect, signIn, test } from './support/test';

interface Simulated {
  accessToken: string;
  appSecret: string;
  verifyToken: string;
}

/** What the simulator's numbers are connected with. */
async function simulated(): Promise<Simulated> {
  const answer = await fetch(`${URLS.console}/console.json`);
  const { simulator } = (await answer.json()) as { simulator: { secrets: Simulated } };
  return simulator.secrets;
}

async function enterNumber(page: Page, slug: string, accessToken: string, appSecret: string): Promise<void> {
  await page.getByRole('button', { name: 'I have all of it' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Ventas');
  await page.getByLabel('Phone number ID').fill(`sim-${slug}`);
  await page.getByLabel('Number', { exact: true }).fill('+57 300 123 4567');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Access token').fill(accessToken);
  await page.getByLabel('App secret').fill(appSecret);
  await page.getByRole('button', { name: 'Connect and check' }).click();
}

test('a number is connected in steps, with what was wrong corrected on the way', async ({ page }) => {
  const tenant = await foundTenant();
  const secrets = await simulated();
  await signIn(page, tenant.owner.email, '/channels', tenant.password);
  await expect(page.getByText('No channel yet')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Connect a number' }).click();
  await expectAccessible(page);
  await enterNumber(page, tenant.slug, 'not-the-token', secrets.appSecret);
  await expect(page.getByText('Meta does not accept it yet')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Change the secrets' }).click();
  await page.getByLabel('Access token').fill(secrets.accessToken);
  await page.getByRole('button', { name: 'Connect and check' }).click();
  await expect(page.getByText('The number is connected')).toBeVisible();

  // Without the account's id we cannot register ourselves: it is said how to do it by hand.
  await expect(page.getByText(`${URLS.console}/webhooks/whatsapp/`)).toBeVisible();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy Callback URL' }).click();
  await expect(page.getByRole('button', { name: 'Copy Callback URL' })).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('/webhooks/whatsapp/');
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Go to the channel' }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('WhatsApp Business account ID').fill('no spaces allowed');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog').getByText(/must/)).toBeVisible();
  await page.getByLabel('WhatsApp Business account ID').fill(`sim-${tenant.slug}-account`);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText('Registered: Meta tells us what happens.')).toBeVisible();
  await expectAccessible(page);

  // One channel only: what was corrected on the way is no second one.
  await page.getByRole('link', { name: 'Channels' }).first().click();
  await expect(page.getByRole('link', { name: 'Ventas' })).toHaveCount(1);
  await expect(page.getByText('Connected', { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test('secrets are replaced, a channel is switched off and disconnected', async ({ page }) => {
  const tenant = await foundTenant();
  const secrets = await simulated();
  await signIn(page, tenant.owner.email, '/channels/connect', tenant.password);
  await page.getByRole('button', { name: 'Connect the practice number' }).click();
  await expect(page.getByRole('link', { name: 'Open the practice phone' })).toBeVisible();
  await page.goto('/channels');
  await page.getByRole('link', { name: 'Practice number' }).click();
  await page.getByRole('button', { name: 'Replace secrets' }).click();
  await expectAccessible(page);
  await page.getByLabel('Access token').fill('not-the-token');
  await page.getByRole('button', { name: 'Save and check' }).click();
  await expect(page.getByText('Does not work', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Replace secrets' }).click();
  await page.getByLabel('Access token').fill(secrets.accessToken);
  await page.getByRole('button', { name: 'Save and check' }).click();
  await expect(page.getByText('Connected', { exact: true })).toBeVisible();
  // Secrets never come back.
  expect(await page.content()).not.toContain(secrets.accessToken);

  await page.getByText('In use').click();
  await expect(page.getByText('Switched off', { exact: true })).toBeVisible();
  await page.getByText('In use').click();
  await expect(page.getByText('Connected', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByRole('dialog').getByText('Disconnect Practice number?')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByText('No channel yet')).toBeVisible();
});

test('two who change a channel at once are asked whose it is', async ({ page }) => {
  const tenant = await foundTenant();
  await signIn(page, tenant.owner.email, '/channels/connect', tenant.password);
  await page.getByRole('button', { name: 'Connect the practice number' }).click();
  await expect(page.getByRole('link', { name: 'Open the practice phone' })).toBeVisible();
  await page.goto('/channels');
  await page.getByRole('link', { name: 'Practice number' }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Mine');

  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: 'Edit' }).click();
  await other.getByLabel('Name', { exact: true }).fill('Theirs');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByRole('heading', { name: 'Theirs', level: 1 })).toBeVisible();

  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Somebody changed this meanwhile')).toBeVisible();
  await page.getByRole('button', { name: 'Show the newest' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Theirs');
  await page.getByLabel('Name', { exact: true }).fill('Both');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Both', level: 1 })).toBeVisible();
});

test('a webhook that is not understood is shown, and can be tried again', async ({ page }) => {
  const tenant = await foundTenant();
  const { appSecret } = await simulated();
  await signIn(page, tenant.owner.email, '/channels/connect', tenant.password);
  await page.getByRole('button', { name: 'Connect the practice number' }).click();
  await expect(page.getByRole('link', { name: 'Open the practice phone' })).toBeVisible();
  await page.goto('/channels');
  await page.getByRole('link', { name: 'Practice number' }).click();
  await page.getByText('Show the address').click();
  const address = await page.locator('code', { hasText: '/webhooks/whatsapp/' }).innerText();
  const body = 'no JSON at all';
  const told = await fetch(address, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Hub-Signature-256': `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`,
    },
    body,
  });
  expect(told.status).toBe(200);

  await page.goto('/channels');
  const event = page.getByRole('listitem').filter({ hasText: 'Not understood' });
  await expect(event).toContainText('Practice number');
  await expectAccessible(page);
  await event.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('It is not understood today either.')).toBeVisible();
  await expect(event).toBeVisible();
});
