import { expect, it } from 'vitest';
import { holesOf, isFilled, pieces, templateMessage, type Template } from './template';

const shipped: Template = {
  id: '1',
  channelIds: ['c'],
  businessAccountId: 'b',
  name: 'order_shipped',
  language: 'es_MX',
  category: 'utility',
  status: 'approved',
  parameterFormat: 'positional',
  header: { format: 'text', text: 'Pedido {{1}}', variables: ['1'] },
  body: { text: 'Hola {{1}}, llega {{2}}.', variables: ['1', '2'], examples: ['Lucía', 'mañana'] },
  footer: { text: 'Panadería Luna' },
  buttons: [
    { type: 'quick-reply', text: 'Gracias' },
    { type: 'url', text: 'Seguir', url: 'https://example.com/{{1}}', variables: ['1'] },
  ],
};

it('finds the holes of all parts, and tells those of the same name apart', () => {
  expect(holesOf(shipped).map(({ id, example }) => [id, example])).toEqual([
    ['header:1', undefined],
    ['body:1', 'Lucía'],
    ['body:2', 'mañana'],
    ['button1:1', undefined],
  ]);
});

it('sends the values of each part in order', () => {
  const values = { 'header:1': 'A-17', 'body:1': ' Ana ', 'body:2': 'hoy', 'button1:1': 'A-17' };
  expect(isFilled(shipped, values)).toBe(true);
  expect(templateMessage(shipped, values)).toEqual({
    kind: 'template',
    template: {
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
    },
  });
});

it('names parameters where the template does', () => {
  const named: Template = {
    ...shipped,
    parameterFormat: 'named',
    body: { text: 'Hola {{cliente}}', variables: ['cliente'] },
    buttons: [],
  };
  delete named.header;
  expect(templateMessage(named, { 'body:cliente': 'Ana' }).template).toMatchObject({
    components: [{ type: 'body', parameters: [{ type: 'text', parameter_name: 'cliente', text: 'Ana' }] }],
  });
});

it('is not filled while a hole is empty', () => {
  expect(isFilled(shipped, { 'header:1': 'A-17', 'body:1': 'Ana', 'body:2': ' ', 'button1:1': 'x' })).toBe(
    false,
  );
});

it('shows what fills a hole apart from what was approved', () => {
  expect(pieces('Hola {{1}}, {{ 2 }}', 'body', { 'body:1': 'Ana' })).toEqual([
    { text: 'Hola ' },
    { hole: '1', value: 'Ana' },
    { text: ', ' },
    { hole: '2', value: undefined },
  ]);
});
