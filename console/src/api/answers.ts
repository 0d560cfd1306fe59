/*
 * What the API answers, with the type that the reader knows it has: the document describes requests in full, and not
 * every answer.
 */

/** The body of an answer; failures were thrown before. */
export async function answer<T>(call: Promise<{ data?: unknown }>): Promise<T> {
  return (await call).data as T;
}

/** The header that makes of two same requests one. */
export function once(key: string): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': key };
}
