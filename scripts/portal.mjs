#!/usr/bin/env node
// What `npm start`, `npm test` and the other npm scripts run. Node built-ins
// only: it has to work before anything is installed.
import { exitOnSignals } from './portal/exitOnSignals.mjs';
import { hideExperimentalWarnings } from './portal/hideExperimentalWarnings.mjs';
import { tellFailure } from './portal/tellFailure.mjs';

const commands = {
  start: () => import('./portal/start.mjs'),
  reset: () => import('./portal/reset.mjs'),
  sandbox: () => import('./portal/sandbox.mjs'),
  test: () => import('./portal/test.mjs'),
  'test:thorough': () => import('./portal/testThorough.mjs'),
  bench: () => import('./portal/bench.mjs'),
  pack: () => import('./portal/pack.mjs'),
  template: () => import('./portal/template.mjs'),
};

const [name, ...args] = process.argv.slice(2);
const load = commands[name];
if (!load) {
  console.error(
    `Say one of: ${Object.keys(commands)
      .map(command => `npm run ${command}`)
      .join(', ')}.`,
  );
  process.exit(1);
}

const fail = error => {
  console.error(tellFailure(error));
  process.exit(1);
};

hideExperimentalWarnings();
exitOnSignals();
process.on('uncaughtException', fail);
try {
  const { run } = await load();
  // Said outright: a library's exit hook would answer 0 for it.
  process.exit(await run(args));
} catch (error) {
  fail(error);
}
