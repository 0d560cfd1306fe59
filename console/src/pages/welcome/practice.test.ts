import { expect, it } from 'vitest';
import type { ConnectedChannel } from '../channels/channel';
import { practiceChannel, practicePhone, practiceSettings } from './practice';

const simulator = {
  url: 'http://localhost:8190',
  settings: { phoneNumberId: 'sim-{tenant}', businessAccountId: 'sim-{tenant}-account' },
  secrets: {},
};

it('has a number and an account for each tenant', () => {
  expect(practiceSettings(simulator, 'luna')).toEqual({
    phoneNumberId: 'sim-luna',
    businessAccountId: 'sim-luna-account',
  });
});

it('leads to the number with a customer chosen', () => {
  expect(practicePhone(simulator, 'sim-luna')).toBe('http://localhost:8190/#sim-luna/34600111222');
});

it('knows the channel that is connected already', () => {
  const channels = [{ settings: { phoneNumberId: 'sim-luna' } }] as ConnectedChannel[];
  expect(practiceChannel(simulator, 'luna', channels)).toBe(channels[0]);
  expect(practiceChannel(simulator, 'sol', channels)).toBeUndefined();
});
