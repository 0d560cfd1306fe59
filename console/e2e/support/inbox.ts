import { expect, type Locator, type Page } from '@playwright/test';
import type { Customer } from './simulator';

/** The inbox as a person sees it. */
export const row = (page: Page, customer: Customer): Locator =>
  page.getByTestId('conversations').getByRole('link', { name: customer.name });

export const messages = (page: Page): Locator => page.getByRole('log', { name: 'Messages' });

export const composer = (page: Page): Locator => page.getByRole('combobox', { name: /Write a message/ });

/** Opens the conversation with a customer, once it has come. */
export async function openConversation(page: Page, customer: Customer): Promise<void> {
  await row(page, customer).click();
  await expect(page.getByRole('heading', { name: customer.name })).toBeVisible();
  await expect(messages(page)).toBeVisible();
}

export async function say(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press('Enter');
}

/** A message of ours and its ticks. */
export function sentMessage(page: Page, text: string): Locator {
  return messages(page).locator('article').filter({ hasText: text });
}

export async function expectTick(message: Locator, status: string): Promise<void> {
  await expect(message.locator(`[data-status="${status}"]`)).toBeVisible();
}

/** A small picture, made here: 8 by 8 pixels of one colour. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGPgz07CihiGlgQAaUM3AR8Vb0UAAAAASUVORK5CYII=',
  'base64',
);
