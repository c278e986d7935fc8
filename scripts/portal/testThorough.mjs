import { randomInt } from 'node:crypto';
import { check } from './check.mjs';
import { runCrashTests } from './crashTests.mjs';
import { runDeliveryTests } from './deliveryTests.mjs';
import { hold } from './hold.mjs';
import { install } from './install.mjs';
import { runJest } from './jest.mjs';
import { node22Environment } from './node22.mjs';
import { yarn } from './paths.mjs';
import { withPostgres } from './postgres.mjs';
import { step } from './progress.mjs';
import { runRecoveryTests } from './recoveryTests.mjs';
import { stage } from './stage.mjs';
import { Tally } from './tally.mjs';
import { terraformAtHand } from './terraformAtHand.mjs';

/** What is slow by nature: crashes, fuzzing, races, and building everything. */
export async function run() {
  hold('tests');
  const env = await node22Environment();
  await install(env);
  const tally = new Tally();
  const seed = process.env.SOA_SEED ?? String(randomInt(2 ** 31));
  step(`Thorough tests, seed ${seed} (again with SOA_SEED=${seed})`);
  const terraform = (await terraformAtHand(env)).env;
  await withPostgres(tally, async postgres => {
    await stage(tally, 'thorough tests', () =>
      runJest(tally, ['--testPathPatterns', 'thorough'], {
        ...env,
        ...terraform,
        ...postgres,
        SOA_SEED: seed,
      }),
    );
    const connection =
      postgres.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;
    if (connection) {
      await stage(tally, 'recovery tests', () =>
        runRecoveryTests(tally, { env, connection }),
      );
      await stage(tally, 'delivery tests', () =>
        runDeliveryTests(tally, { env, connection, seed }),
      );
    }
  });
  await stage(tally, 'crash tests', () => runCrashTests(tally, { env, seed }));
  await check(tally, 'build', 'node', [yarn, 'run', 'build:all'], { env });
  return tally.close();
}
