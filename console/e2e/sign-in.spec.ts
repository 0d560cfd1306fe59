import { expectAccessible } from './support/axe';
import { foundTenant, unique } from './support/tenant';
import { expect, signIn, test } from './support/test';

test('a domain is claimed with the record to set, cannot be verified without it, and is given up', async ({
  page,
}) => {
  const tenant = await foundTenant();
  const domain = `${unique('luna')}.test`;
  await signIn(page, tenant.owner.email, '/settings/sign-in', tenant.password);
  await expect(page.getByText('No domain yet.')).toBeVisible();
  await expect(page.getByText('Verify a domain first, so that it has an effect.')).toBeVisible();

  // A domain in which anybody can have an address is nobody's.
  const field = page.getByRole('textbox', { name: 'Domain', exact: true });
  await field.fill('gmail.com');
  await page.getByRole('button', { name: 'Add domain' }).click();
  await expect(page.getByText(/anybody can have an address of this one/)).toBeVisible();

  await field.fill(domain);
  await page.getByRole('button', { name: 'Add domain' }).click();
  await expect(page.getByText('Not verified yet')).toBeVisible();
  await expect(field).toHaveValue('');
  await expect(page.getByLabel('Type', { exact: true })).toHaveText('TXT');
  await expect(page.getByLabel('Name', { exact: true })).toHaveText(`_tertulia-challenge.${domain}`);
  await expect(page.getByLabel('Value', { exact: true })).toHaveText(/^tertulia-domain-verification=dv_/);

  await page.getByRole('button', { name: 'Check now' }).click();
  // Where no name server can be asked, that is said instead.
  await expect(page.getByText(/The DNS record is not there yet|DNS does not answer/)).toBeVisible();
  await expect(page.getByText('Not verified yet')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: `Remove ${domain}` }).click();
  const dialog = page.getByRole('dialog', { name: `Remove ${domain}?` });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('No domain yet.')).toBeVisible();
});
