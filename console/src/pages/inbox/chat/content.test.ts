import { expect, it } from 'vitest';
import { card, formFields, mapLink, pressable, renderedTemplate } from './content';

it('shows buttons, lists and links as the customer sees them', () => {
  expect(
    pressable({
      type: 'button',
      body: { text: 'Sure?' },
      action: { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }, { reply: { title: 'No' } }] },
    }),
  ).toEqual({ body: 'Sure?', choices: [{ text: 'Yes' }, { text: 'No' }] });
  expect(
    pressable({
      type: 'list',
      header: { type: 'text', text: 'Menu' },
      action: { button: 'Open', sections: [{ rows: [{ title: 'Bread', description: 'warm' }] }] },
    }),
  ).toEqual({ header: 'Menu', opens: 'Open', choices: [{ text: 'Bread', description: 'warm' }] });
  expect(
    pressable({
      type: 'cta_url',
      action: { name: 'cta_url', parameters: { display_text: 'Track', url: 'https://x.test' } },
    }),
  ).toEqual({ choices: [{ text: 'Track', target: 'https://x.test' }] });
});

it('tells a reply from what it answers', () => {
  expect(pressable({ type: 'button_reply', id: 'y', title: 'Yes' })).toBeUndefined();
});

it('shows a template with its values, and its name alone where that is all', () => {
  expect(
    renderedTemplate({
      name: 'shipped',
      rendered: {
        header: { format: 'text', text: 'Order' },
        body: 'Hi Lucía',
        footer: 'Acme',
        buttons: [{ type: 'url', text: 'Track', url: 'https://x.test' }],
      },
    }),
  ).toEqual({
    header: 'Order',
    body: 'Hi Lucía',
    footer: 'Acme',
    choices: [{ text: 'Track', target: 'https://x.test' }],
  });
  expect(renderedTemplate({ name: 'shipped', language: 'es' })).toBeUndefined();
});

it('reads what a customer filled in', () => {
  expect(formFields({ type: 'nfm_reply', response: { flow_token: 'x', size: 'L', extras: ['a'] } })).toEqual([
    ['size', 'L'],
    ['extras', '["a"]'],
  ]);
});

it('takes nothing for granted', () => {
  for (const strange of [null, 1, 'x', [], { action: [] }, { action: { buttons: 'no' } }]) {
    expect(() => pressable(strange)).not.toThrow();
    expect(card(strange).phones).toEqual([]);
  }
  expect(
    card({ name: 'Ana', phones: [{ phone: '+57 1' }, {}], emails: [null, { email: 'a@b.test' }] }),
  ).toEqual({
    name: 'Ana',
    phones: ['+57 1'],
    emails: ['a@b.test'],
  });
});

it('leads to a map', () => {
  expect(mapLink(4.6, -74.08)).toBe(
    'https://www.openstreetmap.org/?mlat=4.600000&mlon=-74.080000#map=16/4.600000/-74.080000',
  );
});
