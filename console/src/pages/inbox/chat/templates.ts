import type { SendMessageRequest } from '@/api/types';
import type { Template } from '../data/queries';

type TemplateBody = NonNullable<SendMessageRequest['template']>;

/** Something to fill in: a hole of the header, the body or a button's address. */
export interface Hole {
  id: string;
  part: 'header' | 'body' | 'button';
  name: string;
  button?: number;
  example?: string;
}

export function holesOf(template: Template): Hole[] {
  return [
    ...(template.header?.variables ?? []).map((name): Hole => ({
      id: `header-${name}`,
      part: 'header',
      name,
    })),
    ...(template.body.variables ?? []).map((name, at): Hole => {
      const example = template.body.examples?.[at];
      return { id: `body-${name}`, part: 'body', name, ...(example !== undefined && { example }) };
    }),
    ...template.buttons.flatMap((button, at) =>
      (button.variables ?? []).map((name): Hole => ({
        id: `button-${at}-${name}`,
        part: 'button',
        name,
        button: at,
      })),
    ),
  ];
}

/**
 * What its header needs that cannot be given here: the API takes WhatsApp's own number of a file, or a link that
 * WhatsApp can open, and none of the files that we keep.
 */
export function lackOf({ header }: Template): 'file' | 'place' | undefined {
  const format = header?.format.toLowerCase() ?? 'text';
  if (format === 'text') return undefined;
  return format === 'location' ? 'place' : 'file';
}

/** Whether it can be sent from here. */
export function isFillable(template: Template): boolean {
  return lackOf(template) === undefined;
}

/** The text with its holes filled; those that are empty stay as they are. */
export function fill(
  text: string,
  part: 'header' | 'body',
  values: Readonly<Record<string, string>>,
): string {
  return text.replace(
    /\{\{\s*([\w]+)\s*\}\}/g,
    (hole, name: string) => values[`${part}-${name}`]?.trim() || hole,
  );
}

/** What is sent: the template's name with the values, in WhatsApp's words. */
export function templateRequest(
  template: Template,
  values: Readonly<Record<string, string>>,
): { template: TemplateBody } {
  const parameter = (hole: Hole) => ({
    type: 'text',
    ...(template.parameterFormat === 'named' && hole.part !== 'button' && { parameter_name: hole.name }),
    text: (values[hole.id] ?? '').trim(),
  });
  const holes = holesOf(template);
  const of = (part: Hole['part']) => holes.filter((hole) => hole.part === part);
  const components: unknown[] = [];
  for (const part of ['header', 'body'] as const) {
    if (of(part).length > 0) components.push({ type: part, parameters: of(part).map(parameter) });
  }
  for (const hole of of('button')) {
    const button = template.buttons[hole.button ?? 0];
    const copies = button?.type === 'copy-code';
    components.push({
      type: 'button',
      sub_type: copies ? 'copy_code' : 'url',
      index: String(hole.button),
      parameters: [
        copies ? { type: 'coupon_code', coupon_code: (values[hole.id] ?? '').trim() } : parameter(hole),
      ],
    });
  }
  return {
    template: {
      name: template.name,
      language: template.language,
      ...(components.length > 0 && { components: components as never }),
    },
  };
}
