import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from './diagnose.mjs';

for (const [output, sentence] of [
  ['npm error code ENOSPC', /^The disk is full/],
  ['mkdir: No space left on device', /^The disk is full/],
  ['RequestError: getaddrinfo ENOTFOUND registry', /^The npm registry/],
  ['connect ECONNREFUSED 127.0.0.1:9', /^The npm registry/],
  [
    'RequestError: self-signed certificate in certificate chain',
    /^The certificate of the npm registry/,
  ],
  ['npm error code CERT_HAS_EXPIRED', /^The certificate of the npm registry/],
  ['YN0028: The lockfile would have been modified', /^yarn.lock does not fit/],
]) {
  test(`"${output}" is told in a sentence`, () => {
    assert.match(diagnose(output), sentence);
  });
}

test('what is not recognised is not guessed', () => {
  assert.equal(diagnose('TypeError: undefined is not a function'), undefined);
});
