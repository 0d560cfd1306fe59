// Writes a .gz beside each file that shrinks, which the gateway serves to who takes it.
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);
const root = new URL('../dist/', import.meta.url).pathname;
for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !/\.(js|css|html|svg|json|txt)$/.test(entry.name)) continue;
  const file = join(entry.parentPath, entry.name);
  const bytes = await readFile(file);
  const small = await compress(bytes, { level: 9 });
  if (small.length < bytes.length) await writeFile(`${file}.gz`, small);
}
// By the time of this one the gateway knows a new build: only now is it whole.
await utimes(join(root, 'index.html'), new Date(), new Date());
