import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { check } from './check.mjs';
import { eachAtOnce } from './eachAtOnce.mjs';
import { runNodeTests } from './nodeTests.mjs';
import { passes } from './passes.mjs';
import { root } from './paths.mjs';
import { step } from './progress.mjs';
import { packageFolders, unusedDependencies } from './unusedDependencies.mjs';

const scripts = ['portal', 'recovery', 'template'].map(name =>
  join(root, 'scripts', name),
);
const bin = name => join(root, 'node_modules', '.bin', name);

/** What needs no running program: types, style, metadata, and these scripts. */
export async function checkSources(tally, env) {
  const checks = [
    ['type check', 'tsc', '--pretty', 'false'],
    ['lint', 'backstage-cli', 'repo', 'lint', '--max-warnings', '0'],
    [
      'lint of scripts and benchmarks',
      'eslint',
      '--max-warnings=0',
      '--ext=.mjs,.ts',
      'scripts',
      'bench',
    ],
    ['prettier', 'prettier', '--check', '.'],
    [
      'package metadata',
      'backstage-cli',
      'repo',
      'fix',
      '--publish',
      '--check',
    ],
  ];
  await eachAtOnce(checks, 'checks', ([name, program, ...args]) =>
    check(tally, name, 'node', [bin(program), ...args], { env }),
  );
  checkDependencies(tally);
  step('Tests of the scripts');
  await runNodeTests(tally, {
    files: scripts.flatMap(folder =>
      readdirSync(folder)
        .filter(name => name.endsWith('.test.mjs'))
        .map(name => join(folder, name)),
    ),
    env: { ...env, CI: '' },
    quiet: true,
  });
}

function checkDependencies(tally) {
  const unused = packageFolders(root).flatMap(folder =>
    unusedDependencies(folder).map(
      name =>
        `${relative(
          root,
          folder,
        )} imports ${name} nowhere (or only in tests): take it out of package.json, or make it a devDependency.`,
    ),
  );
  passes(tally, 'dependencies are imported', unused);
}
