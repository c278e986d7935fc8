import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { refuseNoRoomToInstall, refuseNoRoomToRun } from './refuseFullDisk.mjs';
import { Refusal } from './refusal.mjs';

const free = (t, mebibytes) =>
  t.mock.method(fs, 'statfsSync', () => ({
    bavail: mebibytes,
    bsize: 2 ** 20,
  }));

test('an installation is refused where there is no room for it', t => {
  free(t, 2 * 1024);
  assert.throws(
    refuseNoRoomToInstall,
    new Refusal(
      'The disk is full: 2.0 GiB are free, and an installation takes 3 GiB. Free some and try again.',
    ),
  );
  refuseNoRoomToRun();
});

test('a portal is refused where it could not keep its data', t => {
  free(t, 100);
  assert.throws(refuseNoRoomToRun, /The disk is full: 0\.1 GiB are free/);
});
