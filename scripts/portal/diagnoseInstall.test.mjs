import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { diagnoseInstall } from './diagnoseInstall.mjs';
import { YarnReport } from './yarnReport.mjs';

// What Yarn really said.
const reports = join(dirname(fileURLToPath(import.meta.url)), 'reports');
const read = name => readFileSync(join(reports, name), 'utf8');

function reportOf(text) {
  const report = new YarnReport();
  text
    .trimEnd()
    .split('\n')
    .forEach(line => report.add(line));
  return report;
}

const error = data =>
  JSON.stringify({ type: 'error', name: 1, displayName: 'YN0001', data });

test('a package that does not compile is named, with compiler and log', () => {
  const buildLog = join(reports, 'build-fails.txt');
  const said = diagnoseInstall(
    reportOf(
      read('build-fails.ndjson').replaceAll(
        /\/tmp\/xfs-a557585e\/build\.log/g,
        buildLog,
      ),
    ),
    'install.log',
  );
  assert.match(
    said,
    /^better-sqlite3 could not be compiled with g\+\+.*: install/,
  );
  assert.ok(said.includes(`${buildLog} says why`));
  assert.match(said, /cc1plus: error: unrecognized command-line option/);
  assert.doesNotMatch(said, /github\.com|registry/);
});

test('a registry that cannot be reached is told', () => {
  assert.match(
    diagnoseInstall(reportOf(read('no-registry.ndjson')), 'install.log'),
    /^The npm registry cannot be reached/,
  );
});

test('what builds try in vain is no cause of another failure', () => {
  const report = reportOf(`${read('installs.ndjson')}${error('A novelty')}`);
  assert.match(report.text, /ENOTFOUND github\.com/);
  assert.equal(
    diagnoseInstall(report, 'install.log'),
    'The packages could not be installed: install.log says why.',
  );
});

for (const [said, told] of [
  ['ENOSPC: no space left on device, write', /^The disk is full/],
  [
    'RequestError: self-signed certificate in certificate chain',
    /^The certificate of the npm registry/,
  ],
  ['The lockfile would have been modified', /^yarn\.lock does not fit/],
]) {
  test(`"${said}" is told with its remedy`, () => {
    assert.match(diagnoseInstall(reportOf(error(said)), 'install.log'), told);
  });
}

test('Yarn dying of something is a cause as well', () => {
  assert.match(
    diagnoseInstall(
      reportOf('Internal Error: EROFS: read-only file system, mkdir'),
      'install.log',
    ),
    /^The disk cannot be written to/,
  );
});
