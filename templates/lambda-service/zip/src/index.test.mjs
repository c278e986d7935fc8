import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handler } from './index.mjs';

test('it answers with the path that was asked', async () => {
  const { statusCode, body } = await handler({ rawPath: '/orders' });
  assert.equal(statusCode, 200);
  assert.deepEqual(JSON.parse(body), { message: 'Hello', path: '/orders' });
});
