import assert from 'node:assert/strict';
import { createServer, Server } from 'node:net';
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
  await assert.rejects(
    readPorts({ SOA_PORTAL_PORT: '70000' }),
    /SOA_PORTAL_PORT is "70000"/,
  );
  assert.equal((await readPorts({})).portal, 3000);
});

test('two programs cannot have one port', async () => {
  await assert.rejects(
    readPorts({ SOA_SANDBOX_PORT: '7007' }),
    new Refusal(
      'SOA_BACKEND_PORT and SOA_SANDBOX_PORT are both 7007: set them to different ports.',
    ),
  );
});

test('a port that only root may have is not called busy', async t => {
  t.mock.method(Server.prototype, 'listen', function listen() {
    this.emit('error', Object.assign(new Error('no'), { code: 'EACCES' }));
  });
  await assert.rejects(
    refuseBusyPorts({ portal: 80 }),
    new Refusal(
      'Port 80 is not for you to listen on: set SOA_PORTAL_PORT to a port from 1024 on.',
    ),
  );
});
