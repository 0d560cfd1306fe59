import { asOwner, connectPractice } from './support/api';
import { expectAccessible } from './support/axe';
import { foundTenant } from './support/tenant';
import { expect, signIn, test } from './support/test';

test('templates are brought from Meta, found, and seen as the customer sees them', async ({ page }) => {
  const tenant = await foundTenant();
  const api = await asOwner(tenant);
  await signIn(page, tenant.owner.email, '/channels/templates', tenant.password);
  await expect(page.getByText('Connect a channel first')).toBeVisible();
  await expectAccessible(page);

  await connectPractice(tenant, api);
  await page.reload();
  await page.getByRole('button', { name: 'Sync' }).click();
  await expect(page.getByText('7 templates are in step with Meta.')).toBeVisible();
  const rows = page.getByRole('list', { name: 'Templates' }).getByRole('listitem');
  await expect(rows).toHaveCount(7);
  await expectAccessible(page);

  await page.getByRole('button', { name: /Any status/ }).click();
  await page.getByRole('option', { name: 'Rejected' }).click();
  await expect(rows).toHaveCount(1);
  await rows.getByRole('button').click();
  const dialog = page.getByRole('dialog', { name: 'plantilla_rechazada' });
  await expect(dialog.getByText('Meta refused it.')).toBeVisible();
  await expect(
    dialog.getByRole('group', { name: 'What the customer sees' }).getByText('Esta plantilla fue rechazada.'),
  ).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('searchbox', { name: 'Search templates' }).fill('pedido');
  await expect(page.getByText('None found')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(rows).toHaveCount(7);
  await page.getByRole('searchbox', { name: 'Search templates' }).fill('pedido');
  await expect(rows).toHaveCount(1);
  // Going to the page anew empties the field with the address.
  await page.getByRole('link', { name: 'Templates' }).click();
  await expect(rows).toHaveCount(7);
  await expect(page.getByRole('searchbox', { name: 'Search templates' })).toHaveValue('');
});
