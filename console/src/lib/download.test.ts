import { expect, it } from 'vitest';
import { isComplete } from './download';

const END = '{"end":{"complete":true,"rows":{"contact":1},"files":0}}';

it('knows a file that is complete by its end', async () => {
  expect(await isComplete(new Blob(['{"manifest":{}}\n', END, '\n']))).toBe(true);
  expect(await isComplete(new Blob(['{"manifest":{}}\n{"table":"contact","row":{}}\n']))).toBe(false);
  expect(await isComplete(new Blob([END.replace('true', 'false')]))).toBe(false);
  expect(await isComplete(new Blob([END.slice(0, 30)]))).toBe(false);
  expect(await isComplete(new Blob([]))).toBe(false);
});
