import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from './refusal.mjs';
import { tellFailure } from './tellFailure.mjs';

const fileError = (code, path) =>
  Object.assign(new Error(`${code}: no`), { code, path, syscall: 'open' });

for (const [error, sentence] of [
  [fileError('ENOSPC'), /^\n✗ The disk is full: free some/],
  [fileError('EROFS', '/x/.portal'), /^\n✗ \/x\/\.portal cannot be written to/],
  [fileError('EACCES', '/x/.portal'), /^\n✗ \/x\/\.portal may not be touched/],
  [new Refusal('Do that.'), /^\n✗ Do that\.$/],
  [fileError('ENOENT', '/x'), /^\n✗ Error: ENOENT: no\n +at /],
  [undefined, /^\n✗ undefined$/],
]) {
  test(`people are told ${sentence}`, () => {
    assert.match(tellFailure(error), sentence);
  });
}
