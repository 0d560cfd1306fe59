import i18n from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import en from '@/locales/en/problems.json';
import { ApiProblem, fieldErrors, problemOf, problemText } from './problems';

beforeAll(() => i18n.init({ lng: 'en', resources: { en: { problems: en } } }));

const answer = (status: number, body: unknown, headers = {}) =>
  problemOf(new Response(JSON.stringify(body), { status, headers }));

it('says it in our words where there are some', async () => {
  const problem = await answer(409, { type: '/problems/reply-window-closed', title: 'x', detail: 'y' });
  expect(problem.code).toBe('reply-window-closed');
  expect(problemText(problem)).toBe(en.codes['reply-window-closed']);
});

it('says what the API says where there are none', async () => {
  expect(problemText(await answer(409, { type: '/problems/odd', title: 'Odd', detail: 'Do this.' }))).toBe(
    'Do this.',
  );
  expect(
    problemText(await answer(422, { title: 'Not valid', errors: [{ field: 'name', message: 'is long' }] })),
  ).toBe('Not valid: name is long');
});

it('understands what is no problem of ours', async () => {
  const problem = await problemOf(new Response('<html>', { status: 502, headers: { 'Retry-After': '3' } }));
  expect(problem).toMatchObject({ code: 'http-502', retryAfter: 3, passing: true });
  expect(problemText(problem)).toBe(en.server);
  expect(problemText(new Error('inside'))).toBe(en.unexpected);
});

it('gives messages by field', () => {
  expect(fieldErrors(new ApiProblem(422, { errors: [{ field: 'a.b', message: 'no' }] }))).toEqual({
    'a.b': 'no',
  });
});
