import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { fetchFromApi } from '@/api/client';

/*
 * Files come with the token, so they are fetched as bytes and shown from memory. Their names and types are a
 * stranger's: the name is shown without what hides or turns letters, and what a browser could run is only ever saved.
 */

const blobOptions = (url: string) => ({
  queryKey: ['blob', url] as const,
  queryFn: async ({ signal }: { signal: AbortSignal }) => (await fetchFromApi(url, { signal })).blob(),
  staleTime: Infinity,
  gcTime: 3 * 60_000,
});

/** An address in memory for these bytes, while the component is there. */
export function useObjectUrl(blob: Blob | undefined): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!blob) return;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(undefined);
    };
  }, [blob]);
  return url;
}

export function useMedia(url: string | undefined, wanted: boolean) {
  const {
    data: blob,
    isError,
    refetch,
  } = useQuery({ ...blobOptions(url ?? ''), enabled: wanted && url !== undefined });
  return { url: useObjectUrl(blob), blob, isError, retry: () => void refetch() };
}

/** A file's name as it can be trusted to look: no signs that are not seen, and its end where the eye looks for it. */
export function safeName(name: string | undefined, fallback: string): string {
  const clean = (name ?? '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '');
  return clean === '' ? fallback : clean.slice(-200);
}

/** Saves bytes under a name. */
export function save(blob: Blob, name: string): void {
  // Whatever it says it is, it is only saved.
  const url = URL.createObjectURL(new Blob([blob], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export async function download(url: string, name: string): Promise<void> {
  save(await (await fetchFromApi(url)).blob(), name);
}
