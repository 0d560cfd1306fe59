/** Has the browser keep bytes as a file. */
export function saveFile(bytes: Blob, name: string): void {
  const url = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download has its own hold on the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Reads an answer to its end, telling how far it is. */
export async function readAll(answer: Response, onBytes: (bytes: number) => void): Promise<Blob> {
  const reader = answer.body?.getReader();
  if (!reader) return await answer.blob();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    bytes += value.byteLength;
    onBytes(bytes);
  }
  return new Blob(parts, { type: answer.headers.get('Content-Type') ?? '' });
}

/** Whether lines of JSON end with the one that says that nothing is missing. */
export async function isComplete(file: Blob): Promise<boolean> {
  const tail = await file.slice(-4096).text();
  const last = tail.trimEnd().split('\n').at(-1) ?? '';
  try {
    const line = JSON.parse(last) as { end?: { complete?: unknown } };
    return line.end?.complete === true;
  } catch {
    return false;
  }
}
