import type { ConsoleConfig } from '@/lib/config';
import type { ConnectedChannel } from '../channels/channel';

type Simulator = NonNullable<ConsoleConfig['simulator']>;

/** A made-up customer of the simulator. */
const CUSTOMER = '34600111222';

/** What the practice number of a tenant is connected with. */
export function practiceSettings(simulator: Simulator, slug: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(simulator.settings).map(([name, value]) => [name, value.replaceAll('{tenant}', slug)]),
  );
}

/** The page on which one writes as the customer. */
export function practicePhone(simulator: Simulator, phoneNumberId: string): string {
  const page = new URL(simulator.url);
  page.hash = `${phoneNumberId}/${CUSTOMER}`;
  return page.href;
}

/** The channel of the practice number, where it is connected already. */
export function practiceChannel(
  simulator: Simulator,
  slug: string,
  channels: readonly ConnectedChannel[],
): ConnectedChannel | undefined {
  const { phoneNumberId } = practiceSettings(simulator, slug);
  return channels.find(({ settings }) => settings.phoneNumberId === phoneNumberId);
}
