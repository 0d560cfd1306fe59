import type { AuditEntry } from '@/api/tenancy';

export interface Change {
  field: string;
  before: unknown;
  after: unknown;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What changed, each field once; what was there before and is no more comes last. */
export function changesOf({ oldValues = {}, newValues = {} }: AuditEntry): Change[] {
  const fields = [...new Set([...Object.keys(newValues), ...Object.keys(oldValues)])];
  return fields.map((field) => ({ field, before: oldValues[field], after: newValues[field] }));
}

/** What the thing is called: by its own values, else as the API's sentence names it. An id is no name. */
export function nameOf(entry: AuditEntry): string | undefined {
  const own = entry.newValues?.name ?? entry.oldValues?.name;
  if (typeof own === 'string' && !own.startsWith('[')) return own;
  const type = entry.resource.type.replaceAll('-', ' ');
  const at = entry.summary.indexOf(` ${type} `);
  if (at < 0) return undefined;
  const rest = entry.summary.slice(at + type.length + 2);
  const name = entry.action === 'updated' ? rest.split(': ')[0] : rest.replace(/ \([^()]*\)$/, '');
  return name === undefined || name === '' || UUID.test(name) ? undefined : name;
}

/** Whether somebody did it to themself, such as signing in: then there is no thing to name. */
export function isOneself({ action, resource, actor }: AuditEntry): boolean {
  const isChange = ['created', 'updated', 'deleted'].includes(action);
  return !isChange && (resource.id === actor.id || resource.id === actor.memberId);
}

/** A value as it is shown: lists with commas, the rest as JSON has it. */
export function valueText(value: unknown): string {
  if (value === undefined || value === null || value === '') return '–';
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(valueText).join(', ');
  if (typeof value === 'object') return JSON.stringify(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Ids of other things tell a reader nothing at a glance. */
export function isTelling({ before, after }: Change): boolean {
  return ![before, after].some((value) => typeof value === 'string' && UUID.test(value));
}
