// How the list holds out while customers write: long tasks and frames of an open inbox, with this many events a minute.
// For a running stack and no other work: node bench/list.mjs [events a minute] [seconds]
import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';

const rate = Number(process.argv[2] ?? 1000);
const seconds = Number(process.argv[3] ?? 60);
const base = process.env.TERTULIA_URL ?? 'http://localhost:8080';
const simulator = process.env.TERTULIA_SIMULATOR_URL ?? 'http://localhost:8190';
const customers = 200;
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium'].find((path) => path && existsSync(path));

const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
const page = await browser.newPage({
  baseURL: base,
  viewport: { width: 1280, height: 800 },
  locale: 'en-GB',
});
await page.goto('/inbox');
await page.locator('#username').fill('supervisor@acme.test');
await page.locator('#password').fill('tertulia');
await page.locator('[type=submit]').click();
await page.getByTestId('conversations').waitFor();

await page.evaluate(() => {
  window.measured = { tasks: [], frames: [], changes: 0 };
  new PerformanceObserver((list) =>
    list.getEntries().forEach(({ duration }) => window.measured.tasks.push(duration)),
  ).observe({ type: 'longtask' });
  let last = performance.now();
  const frame = (now) => {
    window.measured.frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  new MutationObserver(() => window.measured.changes++).observe(
    document.querySelector('[data-testid=conversations]'),
    { childList: true, subtree: true, characterData: true },
  );
});

const started = Date.now();
let sent = 0;
const under = new Set();
while (Date.now() - started < seconds * 1000) {
  const due = Math.floor(((Date.now() - started) / 60_000) * rate);
  for (; sent < due; sent++) {
    const waId = `5731700${String(sent % customers).padStart(5, '0')}`;
    const call = fetch(`${simulator}/simulator/api/numbers/number-acme/customers/${waId}/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        type: 'text',
        text: `Mensaje ${sent}`,
        profileName: `Cliente ${sent % customers}`,
      }),
    }).finally(() => under.delete(call));
    under.add(call);
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
}
await Promise.all(under);
await page
  .getByText(`Mensaje ${sent - 1}`)
  .first()
  .waitFor({ timeout: 30_000 });

const { tasks, frames, changes } = await page.evaluate(() => window.measured);
frames.sort((a, b) => a - b);
const at = (share) => frames[Math.min(frames.length - 1, Math.floor(frames.length * share))].toFixed(1);
console.log(`${sent} messages in ${seconds} s, the last one seen; ${changes} changes of the list`);
console.log(`frames: ${frames.length}, median ${at(0.5)} ms, 99 % ${at(0.99)} ms, longest ${at(1)} ms`);
console.log(`frames over 50 ms: ${frames.filter((length) => length > 50).length}`);
console.log(`long tasks: ${tasks.length}, longest ${Math.max(0, ...tasks).toFixed(0)} ms`);
await browser.close();
