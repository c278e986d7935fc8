import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { diagnose } from './diagnose.mjs';
import { root } from './paths.mjs';
import { Refusal } from './refusal.mjs';

const yarn = join(root, '.yarn', 'releases', 'yarn-4.13.0.cjs');

/**
 * Refuses where the registry cannot be reached: Yarn would try again for each
 * of its thousands of packages. Whoever goes through a proxy is not judged.
 */
export async function refuseNoNetwork(env, configured = yarnConfig(env)) {
  const { registry, proxy } = configured;
  if (proxy || env.HTTPS_PROXY || env.https_proxy) {
    return;
  }
  try {
    const answer = await fetch(registry, {
      signal: AbortSignal.timeout(20_000),
    });
    await answer.body?.cancel();
  } catch (error) {
    // What is wrong with a certificate, say, is Yarn's own to judge.
    const sentence = diagnose(
      error.name === 'TimeoutError' ? 'ETIMEDOUT' : String(error.cause?.code),
    );
    if (sentence) {
      throw new Refusal(sentence);
    }
  }
}

function yarnConfig(env) {
  const read = key => {
    const { stdout } = spawnSync('node', [yarn, 'config', 'get', key], {
      cwd: root,
      env,
      encoding: 'utf8',
    });
    return stdout.trim();
  };
  const proxy = read('httpsProxy');
  return {
    registry: read('npmRegistryServer'),
    proxy: proxy === 'null' ? '' : proxy,
  };
}
