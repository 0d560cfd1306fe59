// Writes src/api/schema.d.ts from what a running gateway says of itself.
import { writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const gateway = process.env.TERTULIA_URL ?? 'http://localhost:8080';
const answer = await fetch(`${gateway}/openapi`, { headers: { Accept: 'application/json' } });
if (!answer.ok) throw new Error(`${gateway}/openapi answered ${answer.status}`);
const types = astToString(await openapiTS(await answer.json()));
await writeFile(
  new URL('../src/api/schema.d.ts', import.meta.url),
  `// Made by "npm run api" from the gateway's /openapi. Not to be edited.\n\n${types}`,
);
