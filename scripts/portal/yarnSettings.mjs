import { spawnSync } from 'node:child_process';
import { root, yarn } from './paths.mjs';

const settings = [
  {
    yarn: 'npmRegistryServer',
    variable: 'YARN_NPM_REGISTRY_SERVER',
    fromNpm: npm => npm.registry?.replace(/\/+$/, ''),
  },
  {
    yarn: 'unsafeHttpWhitelist',
    variable: 'YARN_UNSAFE_HTTP_WHITELIST',
    fromNpm: npm =>
      npm.registry?.startsWith('http:') && new URL(npm.registry).hostname,
  },
  {
    yarn: 'httpsProxy',
    variable: 'YARN_HTTPS_PROXY',
    fromNpm: npm => npm['https-proxy'] || npm.proxy,
  },
  {
    yarn: 'httpProxy',
    variable: 'YARN_HTTP_PROXY',
    fromNpm: npm => npm.proxy,
  },
  {
    yarn: 'httpsCaFilePath',
    variable: 'YARN_HTTPS_CA_FILE_PATH',
    fromNpm: npm => npm.cafile,
  },
  {
    yarn: 'enableStrictSsl',
    variable: 'YARN_ENABLE_STRICT_SSL',
    fromNpm: npm => npm['strict-ssl'] === false && 'false',
  },
];

/**
 * The variables that tell Yarn, which does not read npm's configuration, of the
 * registry, proxy and certificate authority in it. What somebody has set for
 * Yarn stays as it is.
 */
export function yarnSettings(
  env,
  npm = npmConfiguration(),
  untouched = untouchedByYarn(env),
) {
  const taken = settings
    .filter(setting => untouched.has(setting.yarn))
    .map(({ variable, fromNpm }) => [variable, fromNpm(npm)])
    .filter(([, value]) => value);
  const variables = Object.fromEntries(taken);
  if (npm.cafile && !env.NODE_EXTRA_CA_CERTS) {
    // The scripts that build native add-ons fetch what they need themselves.
    variables.NODE_EXTRA_CA_CERTS = npm.cafile;
  }
  return variables;
}

/** As the npm sees it that was started: another Node has other global files. */
function npmConfiguration() {
  const { stdout } = spawnSync('npm', ['config', 'list', '-l', '--json'], {
    cwd: root,
    encoding: 'utf8',
  });
  try {
    return JSON.parse(stdout);
  } catch {
    return {};
  }
}

function untouchedByYarn(env) {
  const { stdout } = spawnSync('node', [yarn, 'config', '--json'], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  const lines = (stdout ?? '').split('\n').filter(line => line !== '');
  return new Set(
    lines
      .map(line => JSON.parse(line))
      .filter(({ source }) => source === '<default>')
      .map(({ key }) => key),
  );
}
