import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { eachAtOnce } from './eachAtOnce.mjs';
import { say } from './progress.mjs';

let said;

beforeEach(() => {
  said = [];
  mock.method(console, 'log', text => said.push(text));
});

afterEach(() => mock.restoreAll());

/** What can be ended from outside, by item. */
function workshop() {
  const begun = [];
  const ends = {};
  return {
    begun,
    work: item =>
      new Promise((resolve, reject) => {
        begun.push(item);
        ends[item] = { resolve, reject };
        say(`${item} begins`);
      }).finally(() => say(`${item} ends`)),
    end: async (item, answer) => {
      ends[item].resolve(answer);
      await new Promise(setImmediate);
    },
    fail: async (item, error) => {
      ends[item].reject(error);
      await new Promise(setImmediate);
    },
  };
}

test('so many at a time, answered in their order', async () => {
  const { begun, work, end } = workshop();
  const all = eachAtOnce(['a', 'b', 'c'], 'letters', work, 2);
  assert.deepEqual(begun, ['a', 'b']);
  await end('b', 'B');
  assert.deepEqual(begun, ['a', 'b', 'c']);
  await end('c', 'C');
  await end('a', 'A');
  assert.deepEqual(await all, ['A', 'B', 'C']);
});

test('what is said of each comes in one piece', async () => {
  const { work, end } = workshop();
  const all = eachAtOnce(['a', 'b'], 'letters', work, 2);
  await end('b');
  assert.deepEqual(said, ['b begins\nb ends']);
  say('meanwhile');
  await end('a');
  await all;
  assert.deepEqual(said.slice(1), ['meanwhile', 'a begins\na ends']);
});

test('an error keeps none of the others, and is not lost', async () => {
  const { begun, work, end, fail } = workshop();
  const all = eachAtOnce(['a', 'b', 'c'], 'letters', work, 2);
  all.catch(() => {});
  await fail('a', new Error('no disk'));
  assert.deepEqual(begun, ['a', 'b', 'c']);
  await end('b');
  await end('c');
  await assert.rejects(all, /no disk/);
  assert.equal(said.length, 3);
});
