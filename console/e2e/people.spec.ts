import { expectAccessible } from './support/axe';
import { URLS } from './support/env';
import { foundTenant, mailTo, unique } from './support/tenant';
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
