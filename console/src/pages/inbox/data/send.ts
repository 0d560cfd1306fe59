import { api, data, fetchFromApi } from '@/api/client';
import { ApiProblem, offlineProblem } from '@/api/problems';
import type { Attachment, Message, Note, SendMessageRequest } from '@/api/types';
import { accessToken } from '@/auth/session';
import { currentTenant } from '@/auth/tenant';

/** What the outbox asks of the API; each with the key that makes a repeat harmless. */
export interface Post {
  message: (conversation: string, body: SendMessageRequest, key: string) => Promise<Message>;
  note: (conversation: string, text: string, key: string) => Promise<Note>;
  upload: (
    file: Blob,
    name: string,
    kind: string | undefined,
    progress: (share: number) => void,
  ) => Promise<Attachment>;
}

export const post: Post = {
  message: async (conversation, body, key) =>
    (await data(
      api.POST('/api/v1/conversations/{id}/messages', {
        params: { path: { id: conversation }, header: { 'Idempotency-Key': key } },
        body,
      }),
    )) as Message,
  note: async (conversation, text, key) => {
    const answer = await fetchFromApi(`/api/v1/conversations/${encodeURIComponent(conversation)}/notes`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify({ text }),
    });
    return (await answer.json()) as Note;
  },
  upload,
};

/** By XMLHttpRequest, since fetch does not tell how far an upload is. */
async function upload(
  file: Blob,
  name: string,
  kind: string | undefined,
  progress: (share: number) => void,
): Promise<Attachment> {
  const token = await accessToken().catch(() => {
    throw offlineProblem();
  });
  const tenant = currentTenant();
  const url = new URL('/api/v1/attachments', window.location.origin);
  url.searchParams.set('fileName', name);
  if (kind !== undefined) url.searchParams.set('kind', kind);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    if (token !== undefined) request.setRequestHeader('Authorization', `Bearer ${token}`);
    if (tenant !== undefined) request.setRequestHeader('X-Tenant', tenant);
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onerror = () => reject(offlineProblem());
    request.ontimeout = () => reject(offlineProblem());
    request.onload = () => {
      let body: unknown;
      try {
        body = JSON.parse(request.responseText);
      } catch {
        body = {};
      }
      if (request.status === 201) resolve(body as Attachment);
      else reject(new ApiProblem(request.status, body as object));
    };
    request.send(file);
  });
}
