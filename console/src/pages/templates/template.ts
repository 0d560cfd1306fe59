import type { SendMessageRequest } from '@/api/types';

/** A text of a template with its holes: {{1}} or {{name}}. */
export interface TemplateText {
  text: string;
  variables: string[];
  examples?: string[];
}

export interface TemplateButton {
  type: string;
  text: string;
  url?: string;
  phoneNumber?: string;
  variables?: string[];
}

/** A message that Meta approved, as `GET /api/v1/templates` shows it. */
export interface Template {
  id: string;
  channelIds: string[];
  businessAccountId: string;
  name: string;
  language: string;
  category: string;
  status: string;
  statusReason?: string;
  parameterFormat: string;
  header?: { format: string; text?: string; variables?: string[]; examples?: string[] };
  body?: TemplateText;
  footer?: { text: string };
  buttons: TemplateButton[];
  syncedAt?: string;
}

/** A hole of a template, wherever it is; `id` is its own among all of them. */
export interface Hole {
  id: string;
  part: 'header' | 'body' | 'button';
  /** Of buttons: which. */
  index?: number;
  variable: string;
  example?: string;
}

export function holesOf(template: Template): Hole[] {
  const { header, body, buttons } = template;
  const of = (
    part: Hole['part'],
    variables: readonly string[] = [],
    examples: readonly string[] = [],
    index?: number,
  ): Hole[] =>
    variables.map((variable, at) => {
      const example = examples[at];
      return {
        id: `${part}${index ?? ''}:${variable}`,
        part,
        variable,
        ...(index !== undefined && { index }),
        ...(example !== undefined && { example }),
      };
    });
  return [
    ...of('header', header?.variables, header?.examples),
    ...of('body', body?.variables, body?.examples),
    ...buttons.flatMap((button, index) => of('button', button.variables, [], index)),
  ];
}

/** Headers that are a picture or a file need one for each message, which is not asked for here. */
export function needsMedia(template: Template): boolean {
  return template.header !== undefined && template.header.format !== 'text';
}

export type Piece = { text: string } | { hole: string; value: string | undefined };

/** The text in pieces, so that what fills a hole can be told from what was approved. */
export function pieces(text: string, prefix: string, values: Readonly<Record<string, string>>): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(/{{\s*([^{}]+?)\s*}}/g)) {
    if (match.index > from) found.push({ text: text.slice(from, match.index) });
    const variable = match[1] ?? '';
    const value = values[`${prefix}:${variable}`];
    found.push({ hole: variable, value: value === undefined || value === '' ? undefined : value });
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ text: text.slice(from) });
  return found;
}

/** What is sent: each part with holes, with its values in order. */
export function templateMessage(
  template: Template,
  values: Readonly<Record<string, string>>,
): SendMessageRequest {
  const parameter = (hole: Hole) => ({
    type: 'text',
    ...(template.parameterFormat === 'named' && { parameter_name: hole.variable }),
    text: (values[hole.id] ?? '').trim(),
  });
  const holes = holesOf(template);
  const texts = (['header', 'body'] as const).flatMap((part) => {
    const own = holes.filter((hole) => hole.part === part);
    return own.length === 0 ? [] : [{ type: part, parameters: own.map(parameter) }];
  });
  const buttons = template.buttons.flatMap((button, index) => {
    const own = holes.filter((hole) => hole.part === 'button' && hole.index === index);
    return own.length === 0
      ? []
      : [
          {
            type: 'button',
            sub_type: button.type === 'copy-code' ? 'copy_code' : button.type,
            index: String(index),
            parameters: own.map((hole) =>
              button.type === 'copy-code'
                ? { type: 'coupon_code', coupon_code: (values[hole.id] ?? '').trim() }
                : { type: 'text', text: (values[hole.id] ?? '').trim() },
            ),
          },
        ];
  });
  const components = [...texts, ...buttons];
  return {
    kind: 'template',
    template: {
      name: template.name,
      language: template.language,
      ...(components.length > 0 && { components: components as never }),
    },
  };
}

export function isFilled(template: Template, values: Readonly<Record<string, string>>): boolean {
  return holesOf(template).every((hole) => (values[hole.id] ?? '').trim() !== '');
}
