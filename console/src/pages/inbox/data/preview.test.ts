import { expect, it } from 'vitest';
import type { Attachment } from '@/api/types';
import { previewOf } from './preview';

it('names a document without signs that turn its letters', () => {
  const attachments = [{ fileName: 'invoice\u202Egpj.exe' } as Attachment];
  expect(previewOf({ kind: 'document', attachments })).toBe('📄 invoicegpj.exe');
  expect(previewOf({ kind: 'document', attachments: [] })).toBe('📄');
});
