import { expectAccessible } from './support/axe';
import { foundTenant } from './support/tenant';
import { expect, signIn, test } from './support/test';

test('quick replies are made, found, changed, deleted and brought back', async ({ page }) => {
  const tenant = await foundTenant();
  await signIn(page, tenant.owner.email, '/settings/quick-replies', tenant.password);
  await expect(page.getByText('No quick replies yet')).toBeVisible();
  await expectAccessible(page);

  const dialog = page.getByRole('dialog');
  const create = async (shortcut: string, text: string) => {
    await page.getByRole('button', { name: 'New quick reply' }).click();
    await dialog.getByLabel('Shortcut').fill(shortcut);
    await dialog.getByLabel('Text', { exact: true }).fill(text);
  };
  await create('/hora rio!', 'Abrimos de *7:00* a 20:00. <i>¡Ven!</i>');
  await expect(dialog.getByLabel('Shortcut')).toHaveValue('horario');
  const preview = dialog.getByRole('group', { name: 'What the customer sees' });
  await expect(preview.locator('strong')).toHaveText('7:00');
  await expect(preview).toContainText('<i>¡Ven!</i>');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  const list = page.getByRole('list', { name: 'Quick replies' });
  await expect(list.getByRole('listitem').filter({ hasText: '/horario' })).toContainText('Everybody');

  // The same shortcut again is refused, with the reason, and nothing typed is lost.
  await create('horario', 'Otra cosa');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('There is a quick reply with this shortcut already.')).toBeVisible();
  await expect(dialog.getByLabel('Text', { exact: true })).toHaveValue('Otra cosa');
  await dialog.getByLabel('Shortcut').fill('gracias');
  await dialog.getByText('For everybody').click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(list.getByRole('listitem').filter({ hasText: '/gracias' })).toContainText('Only yours');
  await expectAccessible(page);

  await page.getByRole('radio', { name: 'Mine' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await page.getByRole('radio', { name: 'All' }).click();
  await page.getByRole('searchbox', { name: 'Search quick replies' }).fill('/hor');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(list).toContainText('/horario');

  await page.getByRole('button', { name: 'Edit /horario' }).click();
  await dialog.getByLabel('Text', { exact: true }).fill('Abrimos siempre.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(list).toContainText('Abrimos siempre.');

  await page.getByRole('button', { name: 'Delete /horario' }).click();
  await expect(page.getByText('/horario was deleted.')).toBeVisible();
  await expect(page.getByText('None found')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(list).toContainText('Abrimos siempre.');
});

test('an agent makes their own, and those of everybody stay as they are', async ({ signedIn }) => {
  const page = await signedIn('agent1@acme.test');
  await page.goto('/settings');
  await expect(page).toHaveURL(/quick-replies$/);
  await page.getByRole('button', { name: 'New quick reply' }).click();
  await expect(page.getByText('Only supervisors and administrators')).toBeVisible();
  await expect(page.getByRole('switch', { name: 'For everybody' })).toBeDisabled();
});
