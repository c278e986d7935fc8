import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { refuseNoNetwork } from './refuseNoNetwork.mjs';

test('a registry that nobody answers for is no network', async () => {
  const nobody = createServer();
  await new Promise(resolve => nobody.listen(0, '127.0.0.1', resolve));
  const { port } = nobody.address();
  await new Promise(resolve => nobody.close(resolve));
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    YARN_NPM_REGISTRY_SERVER: `https://127.0.0.1:${port}`,
  };
  assert.throws(
    () => refuseNoNetwork(env),
    /The npm registry cannot be reached/,
  );
});
