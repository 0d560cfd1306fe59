import {
  composer,
  expectTick,
  messages,
  openConversation,
  PNG,
  row,
  say,
  sentMessage,
} from './support/inbox';
import { newCustomer } from './support/simulator';
import { expect, signIn, test } from './support/test';

test('an agent answers, sends a picture, sees it read, hands it over, and the colleague resolves it', async ({
  page,
  signedIn,
}) => {
  test.setTimeout(120_000);
  const customer = newCustomer();
  await signIn(page, 'agent1@acme.test');
  const colleague = await signedIn('agent2@acme.test');

  await customer.says('Hola, ¿tienen pan de yuca?');
  await openConversation(page, customer);
  await expect(messages(page).getByText('¿tienen pan de yuca?')).toBeVisible();

  // Two who type in one conversation see each other; while it is nobody's, both have it.
  await openConversation(colleague, customer);
  await composer(page).pressSequentially('…');
  await expect(colleague.getByText(/is typing…/).first()).toBeVisible();

  await say(page, 'Sí, recién hecho. Mire:');
  await expectTick(sentMessage(page, 'Sí, recién hecho'), 'delivered');

  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'pan.png', mimeType: 'image/png', buffer: PNG });
  await expect(page.getByRole('list', { name: 'Files to send' })).toBeVisible();
  await composer(page).fill('Así se ve');
  await composer(page).press('Enter');
  const picture = sentMessage(page, 'Así se ve');
  await expect(picture.getByRole('button', { name: /Enlarge/ })).toBeVisible();
  await expectTick(picture, 'delivered');
  await customer.reads();
  await expectTick(picture, 'read');
  const thread = await customer.thread();
  expect(thread.filter(({ fromCustomer }) => !fromCustomer).map(({ type }) => type)).toEqual([
    'text',
    'image',
  ]);

  await page.getByRole('radio', { name: /Unassigned/ }).click();
  await page.getByRole('button', { name: /^Assign, now/ }).click();
  await page.getByRole('menuitemradio', { name: /Nicolás Ibáñez/ }).click();
  await expect(row(page, customer)).toHaveCount(0);
  await colleague.getByRole('radio', { name: /Mine/ }).click();
  await expect(row(colleague, customer)).toBeVisible();
  await expect(sentMessage(colleague, 'Así se ve')).toBeVisible();

  await colleague.getByRole('button', { name: 'Resolve' }).click();
  await expect(colleague.getByText(/is resolved/)).toBeVisible();
  await expect(colleague.locator('header').getByText('Resolved').first()).toBeVisible();
  await expect(row(colleague, customer)).toHaveCount(0);

  await colleague.keyboard.press('Escape');
  await colleague.keyboard.press('z');
  await expect(row(colleague, customer)).toBeVisible();
});
