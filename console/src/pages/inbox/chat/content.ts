/*
 * The parts of messages that come in the provider's words. Nothing of them is relied on: what is not as expected is
 * not there.
 */
type Json = Record<string, unknown>;

export function part(value: unknown, name: string): Json | undefined {
  const found = isJson(value) ? value[name] : undefined;
  return isJson(found) ? found : undefined;
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function words(value: unknown, name: string): string | undefined {
  const found = isJson(value) ? value[name] : undefined;
  return typeof found === 'string' && found.trim() !== '' ? found : undefined;
}

export function number(value: unknown, name: string): number | undefined {
  const found = isJson(value) ? value[name] : undefined;
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

export function list(value: unknown, name: string): Json[] {
  const found = isJson(value) ? value[name] : undefined;
  return Array.isArray(found) ? found.filter(isJson) : [];
}

export interface Choice {
  text: string;
  description?: string;
  /** Where it leads, shown to agents and not followed by a press. */
  target?: string;
}

/** What the customer sees of a message with something to press. */
export interface Pressable {
  header?: string;
  body?: string;
  footer?: string;
  /** The name of the button that opens the list, where there is one. */
  opens?: string;
  choices: Choice[];
}

/** Buttons, a list, a link or a form as we send them; undefined for a reply to one. */
export function pressable(interactive: unknown): Pressable | undefined {
  if (!isJson(interactive)) return undefined;
  // What was said on the provider's own app has it all within.
  const whole = part(interactive, 'response') ?? interactive;
  const action = part(whole, 'action');
  if (!action) return undefined;
  const header = part(whole, 'header');
  const opens = words(action, 'button');
  const parameters = part(action, 'parameters');
  const link = words(parameters, 'display_text') ?? words(parameters, 'flow_cta');
  const target = words(parameters, 'url');
  const choices: Choice[] = [
    ...list(action, 'buttons').map((button) => choice(part(button, 'reply'))),
    ...list(action, 'sections').flatMap((section) => list(section, 'rows').map(choice)),
    link === undefined ? undefined : { text: link, ...(target !== undefined && { target }) },
  ].filter((found) => found !== undefined);
  return compact({
    header: words(header, 'text'),
    body: words(part(whole, 'body'), 'text'),
    footer: words(part(whole, 'footer'), 'text'),
    opens,
    choices,
  });
}

function choice(row: unknown): Choice | undefined {
  const text = words(row, 'title');
  if (text === undefined) return undefined;
  const description = words(row, 'description');
  return { text, ...(description !== undefined && { description }) };
}

/** A template as the customer sees it; undefined where only its name is known. */
export function renderedTemplate(template: unknown): Pressable | undefined {
  const rendered = part(template, 'rendered');
  if (!rendered) return undefined;
  const header = rendered.header;
  const footer = rendered.footer;
  return compact({
    header: typeof header === 'string' ? header : words(header, 'text'),
    body: words(rendered, 'body'),
    footer: typeof footer === 'string' ? footer : words(footer, 'text'),
    choices: list(rendered, 'buttons')
      .map((button) => {
        const text = words(button, 'text');
        const target = words(button, 'url') ?? words(button, 'phoneNumber');
        return text === undefined ? undefined : { text, ...(target !== undefined && { target }) };
      })
      .filter((found) => found !== undefined),
  });
}

function compact(
  found: {
    [K in keyof Pressable]: Pressable[K] | undefined;
  } & { choices: Choice[] },
): Pressable {
  return Object.fromEntries(
    Object.entries(found).filter(([, value]) => value !== undefined),
  ) as unknown as Pressable;
}

/** The fields of a form that a customer filled in. */
export function formFields(interactive: unknown): [string, string][] {
  const response = part(interactive, 'response');
  if (!response || words(interactive, 'type') !== 'nfm_reply') return [];
  return Object.entries(response)
    .filter(([name]) => name !== 'flow_token')
    .slice(0, 50)
    .map(([name, value]) => [name, typeof value === 'string' ? value : (JSON.stringify(value) ?? '')]);
}

export interface Card {
  name?: string;
  company?: string;
  phones: string[];
  emails: string[];
}

/** A card, in our words or in WhatsApp's. */
export function card(value: unknown): Card {
  const name = words(value, 'name') ?? words(part(value, 'name'), 'formatted_name');
  const company = words(value, 'company') ?? words(part(value, 'org'), 'company');
  return {
    ...(name !== undefined && { name }),
    ...(company !== undefined && { company }),
    phones: list(value, 'phones').flatMap((phone) => words(phone, 'phone') ?? []),
    emails: list(value, 'emails').flatMap((email) => words(email, 'email') ?? []),
  };
}

/** A page of a map, elsewhere. */
export function mapLink(latitude: number, longitude: number): string {
  const at = `${latitude.toFixed(6)}/${longitude.toFixed(6)}`;
  return `https://www.openstreetmap.org/?mlat=${latitude.toFixed(6)}&mlon=${longitude.toFixed(6)}#map=16/${at}`;
}
