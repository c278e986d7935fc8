import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { Refusal } from './refusal.mjs';
import { stage } from './stage.mjs';
import { Tally } from './tally.mjs';

let said;

beforeEach(() => {
  said = [];
  mock.method(console, 'log', text => said.push(text));
});

afterEach(() => mock.restoreAll());

test('a stage that throws is a failed check, and the next one runs', async () => {
  const tally = new Tally();
  const answer = await stage(tally, 'one', async () => {
    throw new Refusal('It does not work.');
  });
  assert.equal(answer, undefined);
  assert.equal(
    await stage(tally, 'two', async () => {
      tally.add({ passed: 3 });
      return 'done';
    }),
    'done',
  );
  assert.deepEqual([tally.passed, tally.failed], [3, 1]);
  assert.equal(said[0], '\n✗ It does not work.');
  assert.match(said[1], /✗ one: could not be run to the end$/);
});

test('what is thrown where nobody waits ends the stage only', async () => {
  const before = process.listeners('uncaughtException');
  const tally = new Tally();
  await stage(
    tally,
    'one',
    () =>
      new Promise(() => {
        setImmediate(() => {
          throw new Error('spawn EACCES');
        });
      }),
  );
  assert.equal(tally.failed, 1);
  assert.deepEqual(process.listeners('uncaughtException'), before);
});
