/** What was read, and the version (ETag) that a change of it goes out from. */
export interface Versioned<T> {
  value: T;
  etag: string | undefined;
}

/** The body of an answer with its version; failures were thrown before. */
export async function versioned<T>(
  call: Promise<{ data?: unknown; response: Response }>,
): Promise<Versioned<T>> {
  const { data, response } = await call;
  return { value: data as T, etag: response.headers.get('ETag') ?? undefined };
}

/** The header of a change that is to fail (412) where somebody else was faster. */
export function ifMatch(etag: string | undefined): { 'If-Match'?: string } {
  return etag === undefined ? {} : { 'If-Match': etag };
}
