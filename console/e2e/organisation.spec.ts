import { readFile } from 'node:fs/promises';
import { expectAccessible } from './support/axe';
import { foundTenant } from './support/tenant';
import { expect, signIn, test } from './support/test';

test('settings are changed, and taken back', async ({ page }) => {
  const tenant = await foundTenant();
  await signIn(page, tenant.owner.email, '/settings', tenant.password);
  const name = page.getByLabel('Name', { exact: true });
  await name.fill('Panadería Luna y Sol');
  await page.getByLabel('Website').fill('no address');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/must/)).toBeVisible();
  await page.getByLabel('Website').fill('https://luna.test');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Rules' }).click();
  const reopening = page.locator('section').filter({ hasText: 'Reopening' });
  await reopening.getByLabel('How long').fill('5');
  await reopening.getByRole('button', { name: 'Save' }).click();
  await reopening.getByRole('button', { name: 'Back to the default' }).click();
  await expect(reopening.getByText('As by default')).toBeVisible();
  await expect(reopening.getByLabel('How long')).toHaveValue('3');
  const hours = page.locator('section').filter({ hasText: 'Business hours' });
  await expect(hours.getByText('No effect yet')).toBeVisible();
  await hours
    .getByRole('group', { name: 'Sunday' })
    .getByRole('button', { name: 'Remove these hours' })
    .click();
  await hours.getByRole('button', { name: 'Save' }).click();
  await expect(hours.getByText('As by default')).toBeHidden();
  await expect(hours.getByRole('group', { name: 'Sunday' }).getByText('Closed')).toBeVisible();
  await expectAccessible(page);
});

test('labels are made, and each part of the settings can be used by all', async ({ page }) => {
  const tenant = await foundTenant();
  await signIn(page, tenant.owner.email, '/settings/labels', tenant.password);
  await page.getByRole('button', { name: 'New label' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('VIP');
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'VIP' })).toBeVisible();
  await expectAccessible(page);
  for (const section of ['Features', 'Sign-in', 'Data and ending']) {
    await page.getByRole('link', { name: section }).click();
    await expect(page.locator('section').first()).toBeVisible();
    await expectAccessible(page);
  }
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).first().click(),
  ]);
  expect(await readFile(await file.path(), 'utf8')).toContain('"manifest"');
});

test('a key is made, seen once, replaced and revoked', async ({ page }) => {
  const tenant = await foundTenant();
  await signIn(page, tenant.owner.email, '/settings/api-keys', tenant.password);
  await page.getByRole('button', { name: 'Create key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Web shop');
  await dialog.getByRole('radio', { name: /Only some/ }).check({ force: true });
  await dialog.getByText('Send messages').click();
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await expect(dialog.getByText(/^tk_/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'I have kept it' }).click();
  await expect(page.getByText('1 permission')).toBeVisible();
  await page.getByRole('button', { name: 'Key Web shop' }).click();
  await page.getByRole('menuitem', { name: 'Replace' }).click();
  await dialog.getByRole('button', { name: 'Replace' }).click();
  await dialog.getByRole('button', { name: 'I have kept it' }).click();
  await expect(page.getByText('Gives way')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Key Web shop' }).first().click();
  await page.getByRole('menuitem', { name: 'Revoke' }).click();
  await dialog.getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('Revoked', { exact: true })).toBeVisible();
});

test('the plan is changed when the period ends, and kept after all', async ({ page }) => {
  const tenant = await foundTenant();
  await signIn(page, tenant.owner.email, '/usage', tenant.password);
  await expect(page.getByRole('meter', { name: 'Active members' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Choose Starter' }).click();
  await page.getByRole('radio', { name: /When the period ends/ }).check({ force: true });
  await page.getByRole('button', { name: 'Change then' }).click();
  await expect(page.getByText(/changes to Starter/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Keep it as it is' }).click();
  await expect(page.getByRole('button', { name: 'Keep it as it is' })).toBeHidden();
});

test('the audit tells what was done, is verified and taken out', async ({ page }) => {
  const tenant = await foundTenant();
  await signIn(page, tenant.owner.email, '/audit', tenant.password);
  await expect(page.getByText(/created the organisation Panadería Luna/)).toBeVisible();
  await expectAccessible(page);
  await page.getByText(/created the organisation/).click();
  await expect(page.getByRole('dialog').getByRole('rowheader', { name: 'Time zone' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Verify' }).click();
  await page.getByRole('button', { name: 'Verify now' }).click();
  await expect(page.getByText(/Nothing was tampered with/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'To what' }).click();
  await page.getByRole('option', { name: 'Member', exact: true }).click();
  await expect(page.getByText(/created the organisation/)).toBeHidden();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  expect(await readFile(await file.path(), 'utf8')).toContain('Ana Luna');
});

test('a profile has its own language and time zone', async ({ page }) => {
  const tenant = await foundTenant();
  await signIn(page, tenant.owner.email, '/profile', tenant.password);
  await expect(page.getByText(tenant.owner.email)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('combobox', { name: 'Language and region' }).fill('Spanish (Colom');
  await page.getByRole('option', { name: 'Spanish (Colombia)' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Tu perfil' })).toBeVisible();
});
