import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { after, before, test } from 'node:test';
import { freePorts, readPorts, refuseBusyPorts } from './ports.mjs';
import { Refusal } from './refusal.mjs';

let server;
let busy;

before(async () => {
  server = createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  busy = server.address().port;
});

after(() => server.close());

test('a busy port is refused with the variable that changes it', async () => {
  const free = await freePorts();
  await refuseBusyPorts(free);
  await assert.rejects(
    refuseBusyPorts({ ...free, backend: busy }),
    new Refusal(
      `Port ${busy} is busy: stop the program that listens on it, or set SOA_BACKEND_PORT to another port.`,
    ),
  );
});

test('a port that is none is refused', async () => {
  process.env.SOA_PORTAL_PORT = '70000';
  await assert.rejects(readPorts(), /SOA_PORTAL_PORT is "70000"/);
  delete process.env.SOA_PORTAL_PORT;
  assert.equal((await readPorts()).portal, 3000);
});
