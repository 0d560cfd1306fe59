import { asOwner } from './support/api';
import { expectAccessible } from './support/axe';
import { URLS } from './support/env';
import { foundTenant, mailTo, unique, type OwnTenant } from './support/tenant';
import { expect, signIn, test, watch } from './support/test';

test('somebody is invited, joins, is promoted and deactivated', async ({ page, browser, watched }) => {
  test.setTimeout(90_000);
  const tenant = await foundTenant();
  const email = `${unique('luis')}@luna.test`;
  await signIn(page, tenant.owner.email, '/people', tenant.password);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Invite people' }).click();
  await page.getByLabel('E-mail addresses').fill(`${email}, ${tenant.owner.email}`);
  await page.getByLabel('A word to them').fill('مرحبا <b>hola</b>');
  await page.getByRole('button', { name: 'Send 2 invitations' }).click();
  // One of them is a member already: it stays in the form with the reason.
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('is a member already')).toBeVisible();
  await expect(dialog.getByLabel('E-mail addresses')).toHaveValue(tenant.owner.email);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('link', { name: 'Invitations' }).click();
  await expect(page.getByRole('listitem').getByText('Waiting')).toBeVisible();
  await expectAccessible(page);

  const { text } = await mailTo(email, /Panadería Luna/);
  const hash = /accept-invitation(#token=\S+)/.exec(text)?.[1] ?? '';
  const context = await browser.newContext({ baseURL: URLS.console, locale: 'en-GB' });
  const newcomer = await context.newPage();
  watch(newcomer, watched);
  await newcomer.goto(`/accept-invitation${hash}`);
  await expect(newcomer.getByRole('heading', { name: 'Panadería Luna invites you' })).toBeVisible();
  await expect(newcomer.getByText('مرحبا <b>hola</b>')).toBeVisible();
  await expectAccessible(newcomer);
  await newcomer.getByLabel('How you want to be called').fill('Luis Prado');
  await newcomer.getByLabel('Choose a password').fill('another-horse-battery');
  await newcomer.getByRole('button', { name: 'Join Panadería Luna' }).click();
  await expect(newcomer.getByRole('heading', { name: 'Welcome to Panadería Luna' })).toBeVisible();
  await context.close();

  await page.getByRole('link', { name: 'Members' }).click();
  await page.getByRole('button', { name: 'Change Luis Prado' }).click();
  await page.getByRole('menuitem', { name: 'Role and permissions' }).click();
  await page.getByRole('radio', { name: /^Supervisor/ }).check({ force: true });
  await page.getByRole('button', { name: 'Save' }).click();
  const line = page.getByRole('listitem').filter({ hasText: email });
  await expect(line.getByText('Supervisor')).toBeVisible();
  await page.getByRole('button', { name: 'Change Luis Prado' }).click();
  await page.getByRole('menuitem', { name: 'Deactivate' }).click();
  await expect(page.getByText('None is assigned to them now.')).toBeVisible();
  await page.getByRole('button', { name: 'Deactivate', exact: true }).click();
  await expect(line.getByText('Deactivated')).toBeVisible();
  await page.getByRole('link', { name: 'Roles' }).click();
  await expect(page.getByRole('rowheader', { name: 'Read the audit' })).toBeVisible();
  await expectAccessible(page);
});

/** Has somebody invited; answers what stands behind the # of the link in their mail. */
async function invite(tenant: OwnTenant, email: string): Promise<string> {
  const api = await asOwner(tenant);
  await api.post('invitations', { email, role: 'agent', locale: 'en-GB' });
  const { text } = await mailTo(email, new RegExp(tenant.name));
  return /accept-invitation#token=(\S+)/.exec(text)?.[1] ?? '';
}

test('the organisation is handed over to a member', async ({ page }) => {
  const tenant = await foundTenant();
  const email = `${unique('eva')}@luna.test`;
  const joined = await fetch(`${URLS.console}/api/v1/invitations/accept`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      token: await invite(tenant, email),
      name: 'Eva Prado',
      password: 'another-horse-battery',
    }),
  });
  expect(joined.ok, `${joined.status}`).toBe(true);
  // Only who has been there can own it.
  const eva = { ...tenant, owner: { email, name: 'Eva Prado' }, password: 'another-horse-battery' };
  await (await asOwner(eva)).get('me');

  await signIn(page, tenant.owner.email, '/people', tenant.password);
  await page.getByRole('button', { name: 'Change Eva Prado' }).click();
  await page.getByRole('menuitem', { name: 'Hand over ownership' }).click();
  const dialog = page.getByRole('dialog', { name: `Hand ${tenant.name} over to Eva Prado?` });
  const confirm = dialog.getByRole('button', { name: 'Hand over' });
  await expect(confirm).toBeDisabled();
  await expectAccessible(page);
  await dialog.getByLabel(/^Type the name of the organisation/).fill(tenant.name);
  await confirm.click();
  await expect(page.getByText('Eva Prado owns the organisation now.')).toBeVisible();
  const line = (address: string) => page.getByRole('listitem').filter({ hasText: address });
  await expect(line(email).getByText('Owner', { exact: true })).toBeVisible();
  await expect(line(tenant.owner.email).getByText('Administrator', { exact: true })).toBeVisible();
});

test('who has an account accepts an invitation by signing in', async ({ page }) => {
  const ana = await foundTenant();
  const sol = await foundTenant('Café Sol');
  const token = await invite(sol, ana.owner.email);
  await page.goto(`/accept-invitation#token=${token}`);
  await expect(page.getByRole('heading', { name: 'Café Sol invites you' })).toBeVisible();
  await expect(page.getByText(`There is an account with ${ana.owner.email}.`)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.locator('#username').fill(ana.owner.email);
  await page.locator('#password').fill(ana.password);
  await page.locator('[type=submit]').click();

  await expect(page.getByText('You are signed in.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Join Café Sol' }).click();
  await page.getByRole('button', { name: 'Account of Ana Luna, Café Sol' }).click();
  await expect(page.getByRole('menuitem', { name: 'Switch to Panadería Luna' })).toBeVisible();
});
