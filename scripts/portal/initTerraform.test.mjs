import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { initTerraform } from './initTerraform.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

test('one Terraform is initialised after the other', async () => {
  const folder = temporaryFolder('portal-init');
  try {
    writeFileSync(
      join(folder.path, 'terraform'),
      '#!/bin/sh\nmkdir busy || exit 9\nfor one in 1 2 3 4 5 6 7 8 9; do ls >/dev/null; done\nrmdir busy\n',
      { mode: 0o755 },
    );
    const env = { ...process.env, PATH: `${folder.path}:${process.env.PATH}` };
    const ended = await Promise.all(
      Array.from({ length: 8 }, () => initTerraform({ env, cwd: folder.path })),
    );
    assert.deepEqual(
      ended.map(({ code, output }) => `${code}${output}`),
      Array(8).fill('0'),
    );
  } finally {
    folder.remove();
  }
});
