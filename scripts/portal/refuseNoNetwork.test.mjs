import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { refuseNoNetwork } from './refuseNoNetwork.mjs';

let server;
let registry;

before(async () => {
  server = createServer((_, response) => {
    response.statusCode = 404;
    response.end();
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  registry = `http://127.0.0.1:${server.address().port}`;
});

after(() => server.close());

test('a registry that answers is a network', async () => {
  await refuseNoNetwork({}, { registry });
});

test('a registry that nobody answers for is none', async () => {
  const nobody = createServer();
  await new Promise(resolve => nobody.listen(0, '127.0.0.1', resolve));
  const { port } = nobody.address();
  await new Promise(resolve => nobody.close(resolve));
  const gone = { registry: `http://127.0.0.1:${port}` };
  await assert.rejects(
    refuseNoNetwork({}, gone),
    /The npm registry cannot be reached/,
  );
  await refuseNoNetwork({ HTTPS_PROXY: 'http://proxy' }, gone);
});
