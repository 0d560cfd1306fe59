/** What the gateway says of the installation; `simulator` only where the local stack runs. */
export interface ConsoleConfig {
  oidcIssuer: string;
  clientId: string;
  version: string;
  simulator?: {
    url: string;
    settings: Record<string, string>;
    secrets: Record<string, string>;
  };
}

let loaded: ConsoleConfig | undefined;

/** Asks once; fails where the gateway cannot be reached. */
export async function loadConfig(): Promise<ConsoleConfig> {
  const answer = await fetch('/console.json', { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(`console.json: ${answer.status}`);
  loaded = (await answer.json()) as ConsoleConfig;
  return loaded;
}

/** The configuration, once it is loaded; the application is not shown before. */
export function consoleConfig(): ConsoleConfig {
  if (!loaded) throw new Error('The configuration is not loaded yet');
  return loaded;
}
