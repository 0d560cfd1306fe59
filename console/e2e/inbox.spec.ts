import { expectAccessible } from './support/axe';
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

const said = async (customer: ReturnType<typeof newCustomer>) =>
  (await customer.thread())
    .filter(({ fromCustomer }) => !fromCustomer)
    .map(({ content }) => (content.text as { body?: string } | undefined)?.body);

test('Enter pressed twice sends once', async ({ page }) => {
  const customer = newCustomer();
  await customer.says('Hola');
  await signIn(page, 'agent1@acme.test');
  await openConversation(page, customer);
  await composer(page).fill('Una sola vez');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expectTick(sentMessage(page, 'Una sola vez'), 'delivered');
  await expect(sentMessage(page, 'Una sola vez')).toHaveCount(1);
  expect(await said(customer)).toEqual(['Una sola vez']);
});

test('what is said offline goes out once when the connection is back, and nothing is missed meanwhile', async ({
  page,
  context,
}) => {
  const customer = newCustomer();
  await customer.says('Hola');
  await signIn(page, 'agent1@acme.test');
  await openConversation(page, customer);
  await context.setOffline(true);
  await expect(page.getByText(/No connection/)).toBeVisible();
  await say(page, 'Escrito sin conexión');
  await expect(page.getByText('Goes out when the connection is back')).toBeVisible();
  await customer.says('¿Sigue ahí?');
  await context.setOffline(false);
  await expect(page.getByText(/No connection/)).toHaveCount(0);
  await expect(messages(page).getByText('¿Sigue ahí?')).toBeVisible();
  await expectTick(sentMessage(page, 'Escrito sin conexión'), 'delivered');
  await expect(sentMessage(page, 'Escrito sin conexión')).toHaveCount(1);
  expect(await said(customer)).toEqual(['Escrito sin conexión']);
});

test('what comes while another page is open is there on coming back', async ({ page }) => {
  const customer = newCustomer();
  await customer.says('Hola');
  const frames: string[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => void frames.push(String(payload))),
  );
  await signIn(page, 'agent1@acme.test');
  await openConversation(page, customer);
  const rail = page.getByRole('navigation', { name: 'Main' });
  await rail.getByRole('link', { name: 'Contacts' }).click();
  await expect(page.getByRole('heading', { name: 'Contacts' })).toBeVisible();
  await customer.says('¿Y mañana?');
  await expect.poll(() => frames.some((frame) => frame.includes('¿Y mañana?'))).toBe(true);
  await rail.getByRole('link', { name: 'Inbox' }).click();
  await expect(row(page, customer)).toContainText('¿Y mañana?');
  await openConversation(page, customer);
  await expect(messages(page).getByText('¿Y mañana?')).toBeVisible();
});

test('what one says while reading the past is seen, and the past loads on after a failure', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const customer = newCustomer();
  const first = await customer.sends({ type: 'text', text: 'El principio' });
  for (let hour = 0; hour < 8; hour++) {
    await Promise.all(Array.from({ length: 10 }, (_, at) => customer.says(`${hour}.${at}\n…\n…\n…`)));
  }
  await customer.says('¿Se acuerda?', { replyTo: first });
  await signIn(page, 'agent1@acme.test');
  await openConversation(page, customer);
  await messages(page).getByRole('button', { name: 'Go to the message that this answers' }).click();
  await expect(messages(page).getByText('El principio').first()).toBeInViewport();
  await say(page, 'Claro que sí');
  await expect(sentMessage(page, 'Claro que sí')).toBeInViewport();
  await expect(messages(page).getByText('¿Se acuerda?')).toBeVisible();
  await expectTick(sentMessage(page, 'Claro que sí'), 'delivered');

  const older = /\/messages\?(.*&)?after=/;
  await page.route(older, (route) => route.abort());
  await messages(page).evaluate((log) => log.scrollTo(0, 0));
  const again = messages(page).getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  await page.unroute(older);
  await again.click();
  await expect(async () => {
    await messages(page).evaluate((log) => log.scrollTo(0, 0));
    await expect(page.getByText('The conversation begins here')).toBeVisible({ timeout: 1000 });
  }).toPass();
});

test('a draft is there again after a reload, without signing in again, and is nobody else’s', async ({
  page,
}) => {
  const customer = newCustomer();
  await customer.says('Hola');
  await signIn(page, 'agent1@acme.test');
  await openConversation(page, customer);
  await composer(page).fill('A medio escrib');
  await page.reload();
  await expect(composer(page)).toHaveValue('A medio escrib');

  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out')).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('A medio escrib');
});

test('a picked file is there again after another conversation and after a reload', async ({ page }) => {
  const customer = newCustomer();
  const other = newCustomer();
  await customer.says('Hola');
  await other.says('Buenas');
  await signIn(page, 'agent1@acme.test');
  await openConversation(page, customer);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'pan.png', mimeType: 'image/png', buffer: PNG });
  const picked = page.getByRole('list', { name: 'Files to send' });
  await expect(picked.getByRole('img', { name: 'pan.png' })).toBeVisible();
  await openConversation(page, other);
  await expect(picked).toHaveCount(0);
  await openConversation(page, customer);
  await expect(picked.getByRole('img', { name: 'pan.png' })).toBeVisible();
  await page.reload();
  await expect(picked.getByRole('img', { name: 'pan.png' })).toBeVisible();
  await say(page, 'Aquí está');
  await expectTick(sentMessage(page, 'Aquí está'), 'delivered');
  await expect(picked).toHaveCount(0);
  const sent = (await customer.thread()).filter(({ fromCustomer }) => !fromCustomer);
  expect(sent.map(({ type }) => type)).toEqual(['image']);
});

test('signing out in one tab signs out the other', async ({ page, context }) => {
  await signIn(page, 'agent2@acme.test');
  const other = await context.newPage();
  await other.goto('/inbox');
  await expect(other.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out')).toBeVisible();
  await expect(other.getByText('You are signed out')).toBeVisible();
});

test('tokens are in no storage', async ({ page }) => {
  await signIn(page, 'agent1@acme.test');
  const stored = await page.evaluate(() => JSON.stringify(localStorage) + JSON.stringify(sessionStorage));
  expect(stored).not.toMatch(/eyJ/);
});

test('what a stranger wrote stays text', async ({ page }) => {
  const customer = newCustomer();
  const hostile =
    '<img src=x onerror="document.title=\'taken\'"> <script>document.title="taken"</script> javascript:alert(1)';
  await customer.says(hostile, { profileName: '<b>Ana</b>' });
  await customer.says('mire https://example.com/a?b=1', { profileName: '<b>Ana</b>' });
  await signIn(page, 'agent1@acme.test');
  await page.getByTestId('conversations').getByRole('link', { name: '<b>Ana</b>' }).first().click();
  await expect(messages(page).getByText(hostile)).toBeVisible();
  await expect(messages(page).locator('img')).toHaveCount(0);
  const link = messages(page).getByRole('link', { name: 'https://example.com/a?b=1' });
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow');
  await expect(link).toHaveAttribute('target', '_blank');
  expect(await page.title()).not.toContain('taken');
});

test('a note is for colleagues alone', async ({ page }) => {
  const customer = newCustomer();
  await customer.says('Hola');
  await signIn(page, 'agent1@acme.test');
  await openConversation(page, customer);
  await page.getByRole('radio', { name: 'Internal note' }).click();
  const note = page.getByRole('combobox', { name: /Write a note/ });
  await note.fill('Prefiere por la tarde');
  await note.press('Enter');
  await expect(page.getByRole('article', { name: /^Note by Lucía/ })).toContainText('Prefiere por la tarde');
  expect(await said(customer)).toEqual([]);
});

test('a picture pasted into a note sends nothing to the customer, nor does turning to the reply', async ({
  page,
}) => {
  const customer = newCustomer();
  await customer.says('Hola');
  await signIn(page, 'agent1@acme.test');
  await openConversation(page, customer);
  await page.getByRole('radio', { name: 'Internal note' }).click();
  const note = page.getByRole('combobox', { name: /Write a note/ });
  await note.fill('Paga tarde');
  await note.evaluate((field, picture) => {
    const data = new DataTransfer();
    const bytes = Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0));
    data.items.add(new File([bytes], 'pantalla.png', { type: 'image/png' }));
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, PNG.toString('base64'));
  await expect(page.getByText('A note is text only')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Files to send' })).toHaveCount(0);
  await page.getByRole('radio', { name: 'Reply' }).click();
  await expect(composer(page)).toHaveValue('');
  await page.getByRole('radio', { name: 'Internal note' }).click();
  await note.press('Enter');
  await expect(page.getByRole('article', { name: /^Note by Lucía/ })).toContainText('Paga tarde');
  expect(await said(customer)).toEqual([]);
});

test('a customer whose chat failed says why, and it can be sent again', async ({ page }) => {
  const customer = newCustomer();
  await customer.says('Hola');
  await signIn(page, 'agent1@acme.test');
  await openConversation(page, customer);
  await customer.becomes({ reachable: false });
  await say(page, 'No llega');
  await expect(page.getByText(/the number has no WhatsApp/)).toBeVisible();
  await customer.becomes({ reachable: true });
  await page.getByRole('button', { name: 'Send again' }).click();
  await expect(page.getByText('Sent again below')).toBeVisible();
  await expectTick(sentMessage(page, 'No llega').last(), 'delivered');
});

test('the keyboard is enough', async ({ page }) => {
  const customer = newCustomer();
  await customer.says('Hola');
  await signIn(page, 'agent1@acme.test');
  await expect(row(page, customer)).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { name: /Cliente|Ana/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Resolve or reopen');
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type(customer.waId.slice(-6));
  await expect(page.getByRole('searchbox')).toHaveValue(customer.waId.slice(-6));
});

test('the search field says what the list shows', async ({ page }) => {
  const customer = newCustomer();
  await customer.says('Hola');
  await signIn(page, 'agent1@acme.test');
  await expect(row(page, customer)).toBeVisible();
  const search = page.getByRole('searchbox');
  await search.fill(customer.name);
  await page.getByRole('radio', { name: /Unassigned/ }).click();
  await expect(page).toHaveURL(/[?&]q=/);
  await expect(page).toHaveURL(/[?&]view=unassigned/);
  await expect(row(page, customer)).toBeVisible();

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Inbox' }).click();
  await expect(page).not.toHaveURL(/[?&](q|view)=/);
  await expect(search).toHaveValue('');

  await search.fill('nadiesellamaasi');
  await search.press('Enter');
  await expect(page.getByText(/^Nothing found/)).toBeVisible();
  await search.press('Escape');
  await expect(search).toHaveValue('');
  await expect(row(page, customer)).toBeVisible();
});

test('the inbox is accessible, light and dark', async ({ page }) => {
  const customer = newCustomer();
  await customer.says('Hola, *hola* https://example.com');
  await customer.sends({ type: 'location', latitude: 4.6, longitude: -74.08, name: 'Casa' });
  await signIn(page, 'agent1@acme.test');
  await expect(row(page, customer)).toBeVisible();
  await expectAccessible(page);
  await openConversation(page, customer);
  await say(page, 'Buenas');
  await expectTick(sentMessage(page, 'Buenas'), 'delivered');
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(page.getByRole('button', { name: 'Back to the list' })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await composer(page).press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
});
