import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { checkModules } from './modules.mjs';
import { Tally } from './tally.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';
import { moduleNames } from './terraform.mjs';

const session = {};

beforeEach(() => {
  session.said = [];
  mock.method(console, 'log', text => session.said.push(text));
  session.folder = temporaryFolder('portal-modules');
});

afterEach(() => {
  mock.restoreAll();
  session.folder.remove();
});

/** Checks all modules with a Terraform that does this in the module `lambda`. */
async function checkWith({ init = '', validate = '', run = '' }) {
  writeFileSync(
    join(session.folder.path, 'terraform'),
    `#!/bin/sh
case $PWD in *module-lambda-*) mine=yes ;; esac
case $1 in
  init) [ $mine ] && { true; ${init} } ;;
  validate) [ $mine ] && { true; ${validate} }; echo '{"diagnostics":[]}' ;;
  test) [ $mine ] && { true; ${run} }; echo 'Success! 2 passed, 0 failed.' ;;
esac
exit 0
`,
    { mode: 0o755 },
  );
  const tally = new Tally();
  await checkModules(tally, {
    ...process.env,
    PATH: `${session.folder.path}:${process.env.PATH}`,
  });
  const { passed, failed } = tally;
  const said = session.said.find(piece => piece.includes(' init lambda'));
  return { passed, failed, said };
}

/** Those of the format, and four of each other module. */
const others = 1 + 4 * (moduleNames().length - 1);

test('all that is well is counted', async () => {
  const { passed, failed, said } = await checkWith({});
  assert.deepEqual({ passed, failed }, { passed: others + 4, failed: 0 });
  assert.match(said, /✓ terraform test lambda: 2 passed, 0 failed$/);
});

test('a module that fails is told in its piece, and keeps no other', async () => {
  for (const [fault, counted, what] of [
    [
      { init: 'echo no provider; exit 1;' },
      { passed: others, failed: 1 },
      /no provider\n[\s\S]*✗ terraform init lambda$/,
    ],
    [
      {
        validate: `echo '{"diagnostics":[{"severity":"warning","summary":"old"}]}'; exit 0;`,
      },
      { passed: others + 1, failed: 1 },
      /warning in .* old[\s\S]*✗ terraform validate lambda$/,
    ],
    [
      { run: `echo 'not so'; echo 'Failure! 1 passed, 1 failed.'; exit 1;` },
      { passed: others + 3, failed: 1 },
      /not so\n[\s\S]*✗ terraform test lambda: 1 passed, 1 failed$/,
    ],
    [
      { run: `echo 'Success! 0 passed, 0 failed.'; exit 0;` },
      { passed: others + 2, failed: 1 },
      /✗ terraform test lambda: 0 passed, 1 failed$/,
    ],
  ]) {
    session.said = [];
    const { passed, failed, said } = await checkWith(fault);
    assert.deepEqual({ passed, failed }, counted);
    assert.match(said, what);
  }
});
