import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { FakeCheckout } from './fakeCheckout.mjs';

let checkout;

beforeEach(() => {
  checkout = new FakeCheckout();
});

afterEach(() => checkout.remove());

const error = data =>
  JSON.stringify({ type: 'error', name: 1, displayName: 'YN0001', data });

/** A Yarn that calls this and waits until its socket is closed. */
async function patientYarn() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    env: { FAKE_PORT: String(server.address().port) },
    async called() {
      const [socket] = await once(server, 'connection');
      return socket.on('error', () => {});
    },
    close: () => server.close(),
  };
}

test('packages are installed once, and again when they change', async () => {
  assert.equal((await checkout.install().ended).code, 0);
  assert.equal((await checkout.install().ended).code, 0);
  assert.equal(checkout.installations, 'f');
  checkout.change();
  assert.equal((await checkout.install().ended).code, 0);
  assert.equal(checkout.installations, 'fu');
});

test('a failure is told with its remedy, kept in the log, and tried again', async () => {
  const failing = {
    FAKE_CODE: '1',
    FAKE_SAYS: error('ENOSPC: no space left on device, write'),
  };
  const { code, output } = await checkout.install(failing).ended;
  assert.equal(code, 1);
  assert.match(output, /✗ The disk is full: free some space and try again\.$/m);
  assert.match(
    readFileSync(join(checkout.path, '.portal/logs/install.log'), 'utf8'),
    /YN0001: ENOSPC/,
  );
  assert.equal((await checkout.install().ended).code, 0);
  assert.equal(checkout.installations, 'ff');
});

test('what is not known is found in the log', async () => {
  const failing = { FAKE_CODE: '1', FAKE_SAYS: error('A novelty') };
  const { output } = await checkout.install(failing).ended;
  assert.match(output, /could not be installed: .*install\.log says why/);
});

test('packages that were to change are installed after an interruption, even if the change is taken back', async () => {
  await checkout.install().ended;
  const lock = join(checkout.path, 'yarn.lock');
  const before = readFileSync(lock);
  checkout.change();
  const yarn = await patientYarn();
  const { child, ended } = checkout.install(yarn.env);
  const socket = await yarn.called();
  child.kill('SIGINT');
  assert.equal((await ended).code, 130);
  if (!socket.closed) {
    await once(socket.resume(), 'close');
  }
  yarn.close();
  checkout.write('yarn.lock', before);
  assert.equal((await checkout.install().ended).code, 0);
  assert.equal(checkout.installations, 'fuf');
});

test('of two commands, one installs and the other waits for it', async () => {
  const yarn = await patientYarn();
  const first = checkout.install(yarn.env);
  const socket = await yarn.called();
  const second = checkout.install();
  let said = '';
  for await (const text of second.child.stdout) {
    said += text;
    if (/Waiting for .* \(pid \d+\) to install/.test(said)) {
      socket.destroy();
    }
  }
  assert.match(said, new RegExp(`pid ${first.child.pid}`));
  assert.equal((await first.ended).code, 0);
  assert.equal((await second.ended).code, 0);
  yarn.close();
  assert.equal(checkout.installations, 'f');
});

test('missing compilers are named before anything is fetched', async () => {
  const bin = join(checkout.path, 'bin');
  mkdirSync(bin);
  symlinkSync(process.execPath, join(bin, 'node'));
  const { code, output } = await checkout.install({ PATH: bin }).ended;
  assert.equal(code, 1);
  assert.match(output, /python3, make and g\+\+ are missing/);
  assert.equal(checkout.installations, '');
});
