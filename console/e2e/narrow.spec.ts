import { asOwner, connectPractice, customerWrites } from './support/api';
import { expectAccessible } from './support/axe';
import { foundTenant } from './support/tenant';
import { expect, signIn, test } from './support/test';

test('a narrow chat has in its menu what its header has no room for', async ({ page }) => {
  const tenant = await foundTenant();
  const api = await asOwner(tenant);
  await connectPractice(tenant, api);
  await api.post('labels', { name: 'Pedido', color: '#0f6b62' });
  await customerWrites(tenant, '573001112233', 'Rosa', 'Hola');

  await page.setViewportSize({ width: 390, height: 800 });
  await signIn(page, tenant.owner.email, '/inbox', tenant.password);
  await page.getByTestId('conversations').getByRole('link', { name: /Rosa/ }).click();
  const more = page.locator('header').getByRole('button', { name: 'More' });
  await more.click();
  await expect(page.getByRole('menuitem', { name: 'Snooze' })).toBeVisible();
  await page.getByRole('menuitemcheckbox', { name: 'Pedido' }).click();
  await expect(page.getByRole('menuitemcheckbox', { name: 'Pedido', checked: true })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('menuitem', { name: 'Details' }).click();
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect(details.getByText('Pedido')).toBeVisible();
  await details.getByRole('link', { name: 'Open the contact' }).click();
  await expect(page).toHaveURL(/\/contacts\//);
  await expect(page.getByRole('heading', { name: 'Rosa', level: 1 })).toBeVisible();
});
