import type { Page } from '@playwright/test';
import { asOwner, connectPractice, customerWrites, type OwnerApi } from './support/api';
import { expectAccessible } from './support/axe';
import { foundTenant, type OwnTenant } from './support/tenant';
import { expect, signIn, test } from './support/test';

interface Made {
  id: string;
}

/** One tenant for all that needs none that is empty: sign-ups from one network are counted. */
let shared: Promise<{ tenant: OwnTenant; api: OwnerApi }> | undefined;

async function own(): Promise<{ tenant: OwnTenant; api: OwnerApi }> {
  const tenant = await foundTenant();
  return { tenant, api: await asOwner(tenant) };
}

const ours = () => (shared ??= own());

const enter = (page: Page, { owner, password }: OwnTenant, path: string) =>
  signIn(page, owner.email, path, password);

const rows = (page: Page) => page.getByRole('list', { name: 'Contacts' }).getByRole('listitem');

test('somebody is written down, found without accents, and changed', async ({ page }) => {
  const { tenant, api } = await own();
  await enter(page, tenant, '/contacts');
  await expect(page.getByText('No contacts yet')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'New contact' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('José Núñez');
  await dialog.getByLabel('Phone', { exact: true }).fill('12');
  await dialog.getByLabel('E-mail').fill('nobody');
  await dialog.getByLabel('Tags').fill('vip');
  await dialog.getByLabel('Tags').press('Enter');
  await dialog.getByRole('button', { name: 'New contact' }).click();
  await expect(dialog.getByText('Enter an e-mail address')).toBeVisible();
  await expect(dialog.getByText('There is no such number')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Phone', { exact: true }).fill('300 111 2233');
  await dialog.getByLabel('E-mail').fill('jose@luna.test');
  await dialog.getByRole('button', { name: 'New contact' }).click();
  await expect(page.getByRole('heading', { name: 'José Núñez' })).toBeVisible();
  await expect(page.getByText('300 1112233').first()).toBeVisible();

  // The same number again leads to who has it.
  await page.getByRole('link', { name: 'Contacts' }).first().click();
  await page.getByRole('button', { name: 'New contact' }).click();
  await dialog.getByLabel('Phone', { exact: true }).fill('+573001112233');
  await dialog.getByRole('button', { name: 'New contact' }).click();
  await dialog.getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByRole('heading', { name: 'José Núñez' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await dialog.getByLabel('City').fill('Cali');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Cali')).toBeVisible();

  await api.post('contacts', { name: 'محمد عبد الله', phones: ['+971501234567'] });
  await page.goto('/contacts');
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole('searchbox', { name: 'Search contacts' }).fill('jose nun');
  await expect(rows(page)).toHaveCount(1);
  await expect(page).toHaveURL(/q=jose/);
  // Going to the page anew empties the field with the address.
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Contacts' }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByRole('searchbox', { name: 'Search contacts' })).toHaveValue('');
  await page.getByRole('searchbox', { name: 'Search contacts' }).fill('zzz');
  await expect(page.getByText('Nobody found')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(rows(page)).toHaveCount(2);
  await expectAccessible(page);
});

test('two who change the same contact are told, and nothing is lost unasked', async ({ page }) => {
  const { tenant, api } = await ours();
  const { id } = await api.post<Made>('contacts', { name: 'Ana' });
  await enter(page, tenant, `/contacts/${id}`);
  const dialog = page.getByRole('dialog', { name: 'Edit contact' });
  const conflict = page.getByRole('dialog', { name: 'Somebody changed this meanwhile' });

  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await dialog.getByLabel('Name', { exact: true }).fill('Ana María');
  await api.patch(`contacts/${id}`, { name: 'Anita', location: { city: 'Cali' } });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(conflict).toBeVisible();
  await expectAccessible(page);
  await conflict.getByRole('button', { name: 'Show the newest' }).click();
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Anita');

  await dialog.getByLabel('Name', { exact: true }).fill('Ana María');
  await api.patch(`contacts/${id}`, { name: 'Annie', tags: ['vip'] });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await conflict.getByRole('button', { name: 'Save mine over it' }).click();
  await expect(page.getByRole('heading', { name: 'Ana María' })).toBeVisible();
  // Only what was changed here was written: what the other added stays.
  await expect(page.getByRole('list', { name: 'Tags' }).getByText('vip')).toBeVisible();
});

test('two contacts become one, and two again', async ({ page }) => {
  const { tenant, api } = await ours();
  const mail = await api.post<Made>('contacts', { name: 'José Núñez', emails: ['jose@luna.test'] });
  await api.post('contacts', { name: 'José Núñez', phones: ['+573004445566'], tags: ['vip'] });
  await enter(page, tenant, `/contacts/${mail.id}`);

  await page.getByRole('button', { name: 'Merge' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge contacts' });
  await dialog.getByRole('option', { name: /José Núñez/ }).click();
  const remains = dialog.getByRole('radio', { name: /jose@luna\.test/ });
  await expect(remains).toBeChecked();
  await expectAccessible(page);
  await dialog.getByRole('radio', { name: /300 4445566/ }).check({ force: true });
  await remains.check({ force: true });
  await dialog.getByRole('button', { name: 'Merge into one' }).click();
  await expect(page.getByText('They are one contact now.')).toBeVisible();
  await expect(page.getByText('300 4445566').first()).toBeVisible();
  await expect(page.getByRole('list', { name: 'Tags' }).getByText('vip')).toBeVisible();
  await expect(page.getByText('by you')).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).first().click();

  await page.getByRole('main').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('They are two contacts again.')).toBeVisible();
  await expect(page.getByText('300 4445566')).toHaveCount(0);
  await expect(page.getByText(/^Undone/)).toBeVisible();
  await page.goto('/contacts?q=nunez');
  await expect(rows(page)).toHaveCount(2);
});

test('ways to reach somebody are added and taken away, somebody is blocked and erased', async ({ page }) => {
  const { tenant, api } = await ours();
  const name = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(4);
  const { id } = await api.post<Made>('contacts', { name, phones: ['+573007778899'] });
  await enter(page, tenant, `/contacts/${id}`);
  const dialog = page.getByRole('dialog');

  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.getByLabel('Number', { exact: true }).fill('311 222 3344');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('311 2223344')).toBeVisible();
  await page.getByRole('button', { name: 'Take away +573112223344' }).click();
  await expect(page.getByText('311 2223344')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('311 2223344')).toBeVisible();

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Block' }).click();
  await expect(page.getByText('Unblock them to write.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Write' })).toBeDisabled();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(page.getByRole('button', { name: 'Write' })).toBeEnabled();

  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Erase…' }).click();
  // However long the name is, the way out stays in sight.
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(page).toHaveURL(/\/contacts$/);
  await page.goto(`/contacts/${id}`);
  await expect(page.getByText('This contact is not there')).toBeVisible();
});

test('a long list comes a page at a time', async ({ page }) => {
  const { tenant, api } = await ours();
  await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      api.post('contacts', { name: `Cliente ${String(index).padStart(3, '0')}` }),
    ),
  );
  await enter(page, tenant, '/contacts');
  await expect(rows(page)).toHaveCount(50);
  await page.getByRole('button', { name: 'Load more' }).click();
  await expect(rows(page)).not.toHaveCount(50);
  await expect(page.getByRole('link', { name: 'Cliente 059' })).toBeVisible();
});

test('one writes freely to who wrote lately, and by a template to who did not', async ({ page }) => {
  const { tenant, api } = await ours();
  const channel = await connectPractice(tenant, api);
  await api.post(`channels/${channel.id}/template-syncs`);
  await customerWrites(tenant, '34600111222', 'Lucía Fernández', 'Hola');
  await enter(page, tenant, '/contacts');
  await expect(async () => {
    await page.goto('/contacts?q=lucia');
    await expect(rows(page)).toHaveCount(1, { timeout: 2000 });
  }).toPass();
  await page.getByRole('link', { name: /Lucía Fernández/ }).click();
  await page.getByRole('button', { name: 'Write' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Message').fill('Abrimos a las 9');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('log', { name: 'Messages' }).getByText('Abrimos a las 9')).toBeVisible();

  const { id } = await api.post<Made>('contacts', { name: 'Nuevo', phones: ['+34600999888'] });
  await page.goto(`/contacts/${id}`);
  await page.getByRole('button', { name: 'Write' }).click();
  await expect(dialog.getByText('only a template can be sent')).toBeVisible();
  await dialog.getByRole('option', { name: /appointment_reminder/ }).click();
  await expect(dialog.getByRole('button', { name: 'Send' })).toBeDisabled();
  await dialog.getByLabel('Text: 1').fill('Nuevo');
  await dialog.getByLabel('Text: 2').fill('Monday');
  await expect(dialog.getByText('Hi Nuevo, see you on Monday.')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Send' }).click();
  await expect(
    page.getByRole('log', { name: 'Messages' }).getByText('Hi Nuevo, see you on Monday.'),
  ).toBeVisible();
});
