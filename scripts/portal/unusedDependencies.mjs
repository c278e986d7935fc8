import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

const generated = ['node_modules', 'dist', 'dist-types', 'coverage'];
const onlyTests =
  /\.test\.|\/(dev|__testUtils__|__fixtures__|__mocks__)\/|\/setupTests\./;

/** What is used without being imported, by the name of the package or of any. */
const exceptions = {
  any: [
    // Runs the scripts of package.json.
    '@backstage/cli',
    '@types/node',
    '@types/jest',
    // What is peer to everything that shows something, or that tests it.
    'react',
    'react-dom',
    'react-router-dom',
    '@testing-library/dom',
  ],
  backend: [
    // Its front end, of which the app's backend is told by name.
    'app',
    // Drivers, which knex loads by name.
    'better-sqlite3',
    'pg',
  ],
};

/**
 * The dependencies that a package names and nothing in it imports; those of its
 * users are to be imported by more than tests.
 *
 * @param folder - the package's
 */
export function unusedDependencies(folder) {
  const manifest = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const sources = sourcesOf(folder);
  const used = sources.filter(({ path }) => !onlyTests.test(path));
  const isException = name =>
    [...exceptions.any, ...(exceptions[manifest.name] ?? [])].includes(name) ||
    (manifest.backstage?.role === 'frontend' && isDiscovered(folder, name));
  const unused = (dependencies, where) =>
    Object.keys(dependencies ?? {}).filter(
      name =>
        !isException(name) && !where.some(({ text }) => imports(text, name)),
    );
  return [
    ...unused(manifest.dependencies, used),
    ...unused(manifest.devDependencies, sources),
  ];
}

function sourcesOf(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return generated.includes(entry.name) ? [] : sourcesOf(path);
    }
    return /\.([cm]?[jt]sx?)$/.test(entry.name)
      ? [{ path, text: readFileSync(path, 'utf8') }]
      : [];
  });
}

/** Types come along with what they are of. */
function imports(text, name) {
  const of = name.startsWith('@types/')
    ? basename(name).replace(/^(.+)__(.+)$/, '@$1/$2')
    : name;
  return new RegExp(`['"\`]${of}(/[^'"\`]*)?['"\`]`).test(text);
}

/** Whether it is a part of the app that `app.packages: all` finds. */
function isDiscovered(folder, name) {
  const { resolve } = createRequire(join(folder, 'package.json'));
  try {
    const { backstage } = JSON.parse(
      readFileSync(resolve(`${name}/package.json`), 'utf8'),
    );
    return /^frontend-plugin/.test(backstage?.role);
  } catch {
    return false;
  }
}

/** Every package of a checkout. */
export function packageFolders(root) {
  return ['packages', 'plugins'].flatMap(parent =>
    readdirSync(join(root, parent))
      .map(name => join(root, parent, name))
      .filter(folder => existsSync(join(folder, 'package.json'))),
  );
}
