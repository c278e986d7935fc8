import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Tally } from './tally.mjs';

function withCi(value, body) {
  const before = process.env.CI;
  process.env.CI = value;
  try {
    return body();
  } finally {
    if (before === undefined) {
      delete process.env.CI;
    } else {
      process.env.CI = before;
    }
  }
}

test('what did not run is a failure in CI, and only there', () => {
  for (const [ci, code] of [
    ['true', 1],
    ['', 0],
  ]) {
    const tally = new Tally();
    tally.add({ passed: 2 });
    withCi(ci, () => tally.couldNotRun('the browser tests', 'Install one.'));
    assert.equal(tally.close(), code);
  }
});

test('one failure fails all', () => {
  const tally = new Tally();
  tally.add({ passed: 2, failed: 1 });
  assert.equal(tally.close(), 1);
});
