import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

for (const name of readdirSync(here)) {
  if (/\.mjs$/.test(name) && !/\.test\.mjs$/.test(name)) {
    test(`${name} needs nothing that is not there`, async () => {
      await import(pathToFileURL(join(here, name)));
    });
  }
}
