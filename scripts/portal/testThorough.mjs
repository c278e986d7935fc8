import { randomInt } from 'node:crypto';
import { check } from './check.mjs';
import { runCrashTests } from './crashTests.mjs';
import { exitOnSignals } from './exitOnSignals.mjs';
import { install } from './install.mjs';
import { runJest } from './jest.mjs';
import { node22Environment } from './node22.mjs';
import { yarn } from './paths.mjs';
import { startPostgres } from './postgres.mjs';
import { step } from './progress.mjs';
import { Tally } from './tally.mjs';

/** What is slow by nature: crashes, fuzzing, races, and building everything. */
export async function run() {
  const env = node22Environment();
  install(env);
  exitOnSignals();
  const tally = new Tally();
  const seed = process.env.SOA_SEED ?? String(randomInt(2 ** 31));
  step(`Thorough tests, seed ${seed} (again with SOA_SEED=${seed})`);
  const postgres = await startPostgres();
  try {
    await runJest(tally, ['--testPathPatterns', 'thorough'], {
      ...env,
      SOA_SEED: seed,
      BACKSTAGE_TEST_DISABLE_DOCKER: '1',
      BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: postgres.connection,
    });
  } finally {
    await postgres.stop();
  }
  await runCrashTests(tally, { env, seed });
  await check(tally, 'build', 'node', [yarn, 'run', 'build:all'], { env });
  return tally.close();
}
