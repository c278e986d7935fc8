import assert from 'node:assert/strict';
import { test } from 'node:test';
import { willDo } from './node22.mjs';

test('Node 22 and 24 before 24.19 will do, no others', () => {
  const versions = ['18.20.0', '20.20.2', '22.11.0', '22.23.3', '24.18.9'];
  assert.deepEqual([...versions, '24.19.0', '26.1.0'].filter(willDo), [
    '22.23.3',
    '24.18.9',
  ]);
});
