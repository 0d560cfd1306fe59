import { expect, it } from 'vitest';
import type { Template } from '../data/queries';
import { fill, holesOf, lackOf, templateRequest } from './templates';

const shipped: Template = {
  id: 't',
  name: 'order_shipped',
  language: 'es_MX',
  category: 'utility',
  status: 'approved',
  parameterFormat: 'positional',
  header: { format: 'text', text: 'Pedido {{1}}', variables: ['1'] },
  body: { text: 'Hola {{1}}, sale el {{2}}', variables: ['1', '2'], examples: ['Lucía', 'lunes'] },
  buttons: [
    { type: 'quick-reply', text: 'Gracias' },
    { type: 'url', text: 'Seguir', url: 'https://x.test/{{1}}', variables: ['1'] },
  ],
};

it('asks for every hole, and shows what it is for', () => {
  expect(holesOf(shipped).map(({ id, example }) => [id, example])).toEqual([
    ['header-1', undefined],
    ['body-1', 'Lucía'],
    ['body-2', 'lunes'],
    ['button-1-1', undefined],
  ]);
});

it('shows the words with their values', () => {
  expect(fill(shipped.body.text, 'body', { 'body-1': 'Ana', 'header-1': 'no' })).toBe(
    'Hola Ana, sale el {{2}}',
  );
});

it('is sent in WhatsApp’s words', () => {
  const values = { 'header-1': 'A-17', 'body-1': ' Ana ', 'body-2': 'hoy', 'button-1-1': 'A-17' };
  expect(templateRequest(shipped, values).template).toEqual({
    name: 'order_shipped',
    language: 'es_MX',
    components: [
      { type: 'header', parameters: [{ type: 'text', text: 'A-17' }] },
      {
        type: 'body',
        parameters: [
          { type: 'text', text: 'Ana' },
          { type: 'text', text: 'hoy' },
        ],
      },
      { type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text: 'A-17' }] },
    ],
  });
});

it('names its values where the template does', () => {
  const named: Template = {
    ...shipped,
    parameterFormat: 'named',
    buttons: [],
    body: { text: 'Hola {{name}}', variables: ['name'] },
  };
  delete named.header;
  expect(templateRequest(named, { 'body-name': 'Ana' }).template.components).toEqual([
    { type: 'body', parameters: [{ type: 'text', parameter_name: 'name', text: 'Ana' }] },
  ]);
});

it('says what those lack that cannot be filled in here', () => {
  expect(lackOf(shipped)).toBeUndefined();
  expect(lackOf({ ...shipped, header: { format: 'IMAGE' } })).toBe('file');
  expect(lackOf({ ...shipped, header: { format: 'location' } })).toBe('place');
});
