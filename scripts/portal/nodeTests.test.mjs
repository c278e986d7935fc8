import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { FakeCheckout } from './fakeCheckout.mjs';

let checkout;

beforeEach(() => {
  checkout = new FakeCheckout();
  checkout.write(
    'node_modules/@backstage/cli/config/nodeTransform.cjs',
    'globalThis.isTransformed = true;',
  );
});

afterEach(() => checkout.remove());

const counted = files => `
  import { runNodeTests } from './scripts/portal/nodeTests.mjs';
  import { Tally } from './scripts/portal/tally.mjs';
  const tally = new Tally();
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  await runNodeTests(tally, { files: ${JSON.stringify(files)}, env });
  console.log(tally.passed + ' and ' + tally.failed);
`;

test('tests run with the transform of a checkout in any folder', async () => {
  checkout.write(
    'some.test.cjs',
    `const { test } = require('node:test');
     test('is transformed', () => require('assert')(globalThis.isTransformed));
     test('fails', () => { throw new Error('as it should'); });`,
  );
  const { output } = await checkout.run(counted(['some.test.cjs'])).ended;
  assert.match(output, /^1 and 1$/m);
});

test('tests that do not even begin have failed', async () => {
  const { output } = await checkout.run(counted(['missing.test.cjs'])).ended;
  assert.match(output, /^0 and 1$/m);
});
