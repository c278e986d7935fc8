import { dirname, join } from 'node:path';
import { withOwnHeaders } from './ownHeaders.mjs';
import { fetchToolchain, headersOf } from './toolchain.mjs';

/**
 * The environment in which the portal's programs run: with Node 22 first on the
 * PATH. Fetches it from npm where the machine's own Node will not do.
 */
export async function node22Environment() {
  const base = {
    ...process.env,
    YARN_ENABLE_TELEMETRY: '0',
  };
  if (willDo(process.versions.node)) {
    return {
      ...withOwnHeaders(base),
      PATH: `${dirname(process.execPath)}:${base.PATH}`,
    };
  }
  const home = await fetchToolchain();
  return {
    ...base,
    PATH: `${join(home, 'bin')}:${base.PATH}`,
    // Native add-ons are compiled against these headers.
    npm_config_nodedir: headersOf(home),
  };
}

/** Backstage wants 22 or 24; better-sqlite3 aborts on Node from 24.19 on. */
export function willDo(version) {
  const [major, minor] = version.split('.').map(Number);
  return (major === 22 && minor >= 12) || (major === 24 && minor < 19);
}
