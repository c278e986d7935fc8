import { spawnSync } from 'node:child_process';
import { diagnose } from './diagnose.mjs';
import { npmCauses } from './npmCauses.mjs';
import { root, yarn } from './paths.mjs';
import { Refusal } from './refusal.mjs';

/**
 * Refuses where Yarn cannot ask the registry for one small package: it would
 * try again for each of its thousands.
 */
export function refuseNoNetwork(env) {
  const { status, stdout } = spawnSync(
    'node',
    [yarn, 'npm', 'info', 'is-number', '--fields', 'name'],
    {
      cwd: root,
      env: { YARN_HTTP_TIMEOUT: '20000', ...env, YARN_HTTP_RETRY: '0' },
      encoding: 'utf8',
    },
  );
  const sentence = status !== 0 && diagnose(stdout ?? '', npmCauses);
  if (sentence) {
    throw new Refusal(sentence);
  }
}
