import { defineConfig } from '@playwright/test';
import { existsSync } from 'node:fs';

/** Debian's browser where Playwright has none of its own. */
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);

export default defineConfig({
  testDir: 'e2e',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 1,
  forbidOnly: true,
  // A busy machine now and then makes a browser wait too long. What needed its second try is listed as flaky.
  retries: 1,
  reporter: [['list']],
  use: {
    baseURL: process.env.TERTULIA_URL ?? 'http://localhost:8080',
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: ['--no-sandbox'],
    },
  },
});
