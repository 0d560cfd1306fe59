import type { Contact, ContactLocation, ContactPatch } from './contact';

/** A row of the form: values are edited as text, and keep their kind where they can. */
export interface AttributeRow {
  key: string;
  value: string;
}

/** A contact as its form has it: nothing is absent, empty is none. */
export interface ContactForm {
  name: string;
  language: string | null;
  timezone: string | null;
  address: string;
  city: string;
  region: string;
  country: string | null;
  tags: string[];
  attributes: AttributeRow[];
}

export function formOf(contact: Partial<Contact>): ContactForm {
  return {
    name: contact.name ?? '',
    language: contact.language ?? null,
    timezone: contact.timezone ?? null,
    address: contact.location?.address ?? '',
    city: contact.location?.city ?? '',
    region: contact.location?.region ?? '',
    country: contact.location?.country ?? null,
    tags: contact.tags ?? [],
    attributes: Object.entries(contact.attributes ?? {}).map(([key, value]) => ({
      key,
      value: attributeText(value),
    })),
  };
}

/** Text as it is; everything else as JSON. */
export function attributeText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What a text stands for. A value that was no text stays of its kind where it can be read as JSON. */
export function attributeValue(text: string, before: unknown): unknown {
  if (before === undefined || typeof before === 'string') return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

export function attributesOf(
  rows: readonly AttributeRow[],
  before: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return Object.fromEntries(
    rows
      .map(({ key, value }) => ({ key: key.trim(), value }))
      .filter(({ key }) => key !== '')
      .map(({ key, value }) => [key, attributeValue(value, before[key])]),
  );
}

export function locationOf(form: ContactForm): ContactLocation {
  const given = {
    address: form.address.trim(),
    city: form.city.trim(),
    region: form.region.trim(),
    country: form.country ?? '',
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
}

/**
 * Only what was changed, as a JSON Merge Patch, so that what a colleague changed beside it stays. Empty where nothing
 * was.
 */
export function contactPatch(before: Contact, form: ContactForm): ContactPatch {
  const was = formOf(before);
  const patch: Record<string, unknown> = {};
  const name = form.name.trim();
  if (name !== was.name) patch.name = name === '' ? null : name;
  for (const field of ['language', 'timezone'] as const) {
    if (form[field] !== was[field]) patch[field] = form[field];
  }
  const location = mergePatch({ ...before.location }, { ...before.location, ...places(form) });
  if (Object.keys(location).length > 0) {
    const nothingLeft = Object.keys(locationOf(form)).length === 0 && before.location?.latitude === undefined;
    patch.location = nothingLeft ? null : location;
  }
  if (JSON.stringify(form.tags) !== JSON.stringify(was.tags)) patch.tags = form.tags;
  const attributes = mergePatch(before.attributes, attributesOf(form.attributes, before.attributes));
  if (Object.keys(attributes).length > 0) patch.attributes = attributes;
  return patch;
}

function places(form: ContactForm): Record<string, string | undefined> {
  const { address, city, region, country } = locationOf(form);
  return { address, city, region, country };
}

/** RFC 7396: what to say so that the one becomes the other. */
function mergePatch(
  from: Readonly<Record<string, unknown>>,
  to: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const patch: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(to)) {
    if (value !== undefined && JSON.stringify(value) !== JSON.stringify(from[key])) patch[key] = value;
  }
  for (const key of Object.keys(from)) {
    if (from[key] !== undefined && to[key] === undefined) patch[key] = null;
  }
  return patch;
}
