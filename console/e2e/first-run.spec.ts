import { expectAccessible } from './support/axe';
import { composer, messages, say } from './support/inbox';
import { foundTenant } from './support/tenant';
import { expect, signIn, test } from './support/test';

test('an empty tenant has its first conversation two clicks away', async ({ page }) => {
  const tenant = await foundTenant();
  await signIn(page, tenant.owner.email, '/', tenant.password);
  await expect(page).toHaveURL(/\/welcome$/);
  await expect(page.getByRole('heading', { name: 'Welcome, Ana' })).toBeVisible();
  await expect(page.getByText('0 of 5 done')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Connect the practice number' }).click();
  const link = page.getByRole('link', { name: 'Open the practice phone' });
  await expect(link).toBeVisible();
  await expect(page.getByText('Practice number is connected.')).toBeVisible();
  const [phone] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
  await expect(phone.locator('#chat-name')).not.toBeEmpty();
  await phone.locator('#text').fill('¿Abren hoy? <b>Gracias</b>');
  await phone.locator('#send').click();

  // It appears by itself: nobody reloads.
  const first = page.getByRole('link', { name: /¿Abren hoy\? <b>Gracias<\/b>/ });
  await expect(first).toBeVisible();
  await expect(page.getByText('2 of 5 done')).toBeVisible();
  await expectAccessible(page);
  await first.click();
  await expect(messages(page).getByText('¿Abren hoy? <b>Gracias</b>')).toBeVisible();
  await expect(composer(page)).toBeVisible();
  await say(page, 'Sí, hasta las ocho.');
  await expect(phone.locator('#thread').getByText('Sí, hasta las ocho.')).toBeVisible();

  await page.goto('/welcome');
  await expect(page.getByText('3 of 5 done')).toBeVisible();
  await page.goto('/');
  await expect(page).toHaveURL(/\/inbox/);
});

test('who is invited as an agent begins in the inbox', async ({ signedIn }) => {
  const page = await signedIn('agent1@acme.test');
  await page.goto('/');
  await expect(page).toHaveURL(/\/inbox/);
  await expect(page.getByRole('link', { name: 'Channels' })).toBeHidden();
});
