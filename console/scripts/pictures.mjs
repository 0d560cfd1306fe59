// Takes the README's pictures from a running stack with demo data: `npm run pictures`, into docs/pictures/;
// `npm run pictures -- audit` takes one.
import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { tellStory } from './story.mjs';

const MOST_BYTES = 120_000;
const folder = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const base = process.env.TERTULIA_URL ?? 'http://localhost:8080';
const user = process.env.TERTULIA_USER ?? 'owner@acme.test';
const password = process.env.TERTULIA_PASSWORD ?? 'tertulia';
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);

const PICTURES = [
  { name: 'inbox-light', path: '/inbox', theme: 'light', open: true },
  { name: 'inbox-dark', path: '/inbox', theme: 'dark', open: true },
  { name: 'contacts', path: '/contacts', theme: 'light' },
  { name: 'audit', path: '/audit', theme: 'light' },
];

const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
  args: ['--no-sandbox'],
});
const context = await browser.newContext({
  baseURL: base,
  locale: 'en-GB',
  viewport: { width: 1280, height: 800 },
  reducedMotion: 'reduce',
});
const page = await context.newPage();

/** Encodes in the browser: what Chromium writes itself is PNG or JPEG, and WebP is a third of them. */
async function webp(png) {
  const painter = await context.newPage();
  try {
    for (const quality of [0.9, 0.8, 0.7, 0.5]) {
      const encoded = await painter.evaluate(
        async ([data, wanted]) => {
          const picture = await createImageBitmap(await (await fetch(data)).blob());
          const canvas = new OffscreenCanvas(picture.width, picture.height);
          canvas.getContext('2d').drawImage(picture, 0, 0);
          const blob = await canvas.convertToBlob({ type: 'image/webp', quality: wanted });
          const bytes = new Uint8Array(await blob.arrayBuffer());
          let text = '';
          for (const byte of bytes) text += String.fromCharCode(byte);
          return btoa(text);
        },
        [`data:image/png;base64,${png.toString('base64')}`, quality],
      );
      const bytes = Buffer.from(encoded, 'base64');
      if (bytes.length < MOST_BYTES) return bytes;
    }
    throw new Error('The picture does not become small enough');
  } finally {
    await painter.close();
  }
}

/** Until nothing is on its way and nothing moves. */
async function settled() {
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.locator('main#main').waitFor();
  await page
    .locator('main [role=status]')
    .first()
    .waitFor({ state: 'hidden', timeout: 10_000 })
    .catch(() => undefined);
  await page.evaluate(() => document.fonts.ready);
}

try {
  await tellStory(user, password);
  await mkdir(folder, { recursive: true });
  await page.goto('/inbox');
  await page.locator('#username').fill(user);
  await page.locator('#password').fill(password);
  await page.locator('[type=submit]').click();
  await page.getByRole('navigation', { name: /^(Main|Principal)$/ }).waitFor();
  // As it is kept by the language switch: the pictures are in the README's language.
  await page.evaluate(() => localStorage.setItem('tertulia.language', 'en'));
  const wanted = process.argv.slice(2);
  for (const { name, path, theme, open } of PICTURES) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.goto(path);
    await settled();
    if (open) {
      const first = page.locator('main a[href*="/inbox/"]').first();
      await first.waitFor();
      await first.click();
      await settled();
    }
    const file = `${folder}${name}.webp`;
    await writeFile(file, await webp(await page.screenshot()));
    console.log(`docs/pictures/${name}.webp ${Math.round((await stat(file)).size / 1000)} kB`);
  }
} finally {
  await browser.close();
}
