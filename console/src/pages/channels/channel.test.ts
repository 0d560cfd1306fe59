import { expect, it } from 'vitest';
import { healthOf, newVerifyToken, secretsBody, settingsBody, type ConnectedChannel } from './channel';

const channel = { status: 'connected', disabled: false } as ConnectedChannel;

it('says the worst first', () => {
  expect(healthOf(channel)).toBe('connected');
  expect(healthOf({ ...channel, webhook: { state: 'manual' } })).toBe('manual');
  expect(healthOf({ ...channel, status: 'connecting' })).toBe('unchecked');
  expect(healthOf({ ...channel, status: 'failed' })).toBe('failed');
  expect(healthOf({ ...channel, status: 'failed', heldAt: '2026-03-01T00:00:00Z' })).toBe('held');
  expect(healthOf({ ...channel, status: 'disabled', disabled: true, heldAt: 'x' })).toBe('disabled');
});

it('leaves out ids that are empty, and removes those that were there', () => {
  const wanted = { phoneNumberId: ' 1 ', businessAccountId: '', displayPhoneNumber: '' };
  expect(settingsBody(wanted)).toEqual({ phoneNumberId: '1' });
  expect(settingsBody(wanted, { phoneNumberId: '1', businessAccountId: '2' })).toEqual({
    phoneNumberId: '1',
    businessAccountId: null,
  });
});

it('sends only the secrets that were entered', () => {
  expect(secretsBody({ accessToken: ' t ', appSecret: '', verifyToken: ' ' })).toEqual({ accessToken: 't' });
});

it('makes verify tokens of plain characters, each another', () => {
  expect(newVerifyToken()).toMatch(/^[a-z0-9]{36,}$/);
  expect(newVerifyToken()).not.toBe(newVerifyToken());
});
