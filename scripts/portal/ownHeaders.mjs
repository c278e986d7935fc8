import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { headersOf } from './toolchain.mjs';

/**
 * The environment in which native add-ons are compiled against the headers of the
 * Node that runs them: those that it has brought along, and never those of
 * another, which npm may have been told of (`nodedir` in an .npmrc). Without
 * headers, node-gyp fetches the right ones.
 */
export function withOwnHeaders(
  { npm_config_nodedir: told, ...env },
  { execPath, version, platform, arch } = process,
) {
  const home = dirname(dirname(execPath));
  const package_ = `node-${platform}-${arch}`;
  const found = [
    home,
    // npm's package "node" is a link to the program of another package.
    join(home, 'node_modules', package_),
    join(dirname(home), package_),
    told,
  ].find(folder => folder && versionOfHeaders(folder) === version);
  return found ? { ...env, npm_config_nodedir: headersOf(found) } : env;
}

function versionOfHeaders(home) {
  let text;
  try {
    text = readFileSync(
      join(home, 'include', 'node', 'node_version.h'),
      'utf8',
    );
  } catch {
    return undefined;
  }
  const numbers = ['MAJOR', 'MINOR', 'PATCH'].map(
    part =>
      new RegExp(`^#define NODE_${part}_VERSION (\\d+)$`, 'm').exec(text)?.[1],
  );
  return `v${numbers.join('.')}`;
}
