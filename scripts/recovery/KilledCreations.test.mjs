import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { KilledCreations } from './KilledCreations.mjs';

let session;

beforeEach(() => {
  session = { stopped: [], started: [], ended: [], heard: [] };
  const proxy = { onWrite: () => true };
  const watch = { onState: () => {} };
  session.proxy = proxy;
  session.creations = new KilledCreations({
    programs: {
      stop: async (...args) => {
        session.stopped.push(args);
      },
    },
    proxy,
    watch,
    replicas: {
      start: async port => {
        session.started.push(port);
        return { name: `backend of ${port}`, url: `at ${port}` };
      },
    },
    maker: {
      // Three writes, and two states between them.
      create: async () => {
        session.heard = [];
        session.heard.push(proxy.onWrite());
        watch.onState();
        session.heard.push(proxy.onWrite());
        watch.onState();
        session.heard.push(proxy.onWrite());
        return 'task';
      },
      ask: async () => ({ status: 'completed' }),
      waitForEnd: async (...args) => {
        session.ended.push(args);
      },
    },
    active: { name: 'backend of 1', url: 'at 1' },
    ports: [1, 2],
  });
});

test('writes and states are counted, and nobody is killed', async () => {
  const { creations, stopped, started, ended } = session;
  assert.equal(await creations.count('calm', 'write'), 3);
  assert.equal(await creations.count('calm', 'state'), 2);
  assert.deepEqual({ stopped, started }, { stopped: [], started: [] });
  assert.deepEqual(ended, Array(2).fill(['at 1', 'task']));
  assert.deepEqual(session.heard, [true, true, true]);
});

test('who is killed hears no answer, and another goes on', async () => {
  const { creations, stopped, started, ended } = session;
  assert.equal(await creations.kill('one', 'write', 2), true);
  assert.deepEqual(session.heard, [true, false, false]);
  assert.equal(creations.url, 'at 2');
  assert.equal(await creations.kill('two', 'state', 2), true);
  assert.deepEqual(session.heard, [true, true, false]);
  assert.equal(creations.url, 'at 1');
  assert.deepEqual(stopped, [
    ['backend of 1', 'SIGKILL'],
    ['backend of 2', 'SIGKILL'],
  ]);
  assert.deepEqual(started, [2, 1]);
  assert.deepEqual(ended, [
    ['at 2', 'task'],
    ['at 1', 'task'],
  ]);
  assert.equal(session.proxy.onWrite(), true);
});

test('who never came to the point goes, too, and that is said', async () => {
  const { creations, stopped } = session;
  assert.equal(await creations.kill('late', 'write', 4), false);
  assert.deepEqual(session.heard, [true, true, true]);
  assert.deepEqual(stopped, [['backend of 1', 'SIGKILL']]);
  assert.equal(creations.url, 'at 2');
});
