import { expectAccessible } from './support/axe';
import { codeFor, unique } from './support/tenant';
import { expect, test } from './support/test';

test('a stranger founds an organisation and is its owner', async ({ page }) => {
  const email = `${unique('eva')}@norte.test`;
  await page.goto('/sign-up');
  await expectAccessible(page);
  await page.getByLabel('Your e-mail address').fill(email);
  await page.getByLabel('Your name').fill('Eva Norte');
  await page.getByLabel('Your organisation').fill(unique('Norte'));
  await page.getByRole('combobox', { name: 'Country' }).fill('Colom');
  await expect(page.getByRole('option', { name: 'Colombia' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Country' })).toHaveValue('Colombia');
  await page.getByRole('button', { name: 'Send me a code' }).click();

  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible();
  const code = await codeFor(email);
  await page.getByLabel('Code').fill(code === '0000 0000' ? '1111 1111' : '0000 0000');
  await page.getByLabel('Password').fill('correct-horse-battery');
  await page.getByRole('button', { name: /^Found / }).click();
  await expect(page.getByText(/4 tries are left/)).toBeVisible();

  // A reload does not lose the sign-up; the policy's problem is said at its field.
  await page.reload();
  await page.getByLabel('Code').fill(code);
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: /^Found / }).click();
  await expect(page.getByText('At least 10 characters.', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Password').fill('correct-horse-battery');
  await page.getByRole('button', { name: /^Found / }).click();

  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('#username').fill(email);
  await page.locator('#password').fill('correct-horse-battery');
  await page.locator('[type=submit]').click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await page.goto('/people');
  await expect(page.getByText(email)).toBeVisible();
});

test('an address without an invitation says so', async ({ page }) => {
  await page.goto('/accept-invitation');
  await expect(page.getByText(/address is not complete/)).toBeVisible();
  await page.goto('/sign-up');
  await page.goto('/accept-invitation#token=in_8sKd02LmQz8vW1xYbN7cR5tL3pD6hG0a4Bq9Xy');
  await expect(page.getByText(/not valid any more/)).toBeVisible();
  await expectAccessible(page);
});
