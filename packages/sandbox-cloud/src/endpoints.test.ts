import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Router } from 'express';
import { awsOperations } from './aws';
import { controlRouter } from './control/controlRouter';
import { fileHostRouter, Repositories } from './file-host';
import { archivistRouter, hcpRouter, pagesRouter } from './hcp-terraform';

const plugins = resolve(__dirname, '../../../plugins');
const readme = readFileSync(resolve(__dirname, '../README.md'), 'utf8');

/** The text of all sources below a folder, without its tests. */
function sourcesOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      path =>
        /(^|\/)src\/.+\.ts$/.test(path) &&
        !/(^|\/)node_modules\/|\.test\.|__testUtils__/.test(path),
    )
    .map(path => readFileSync(join(folder, path), 'utf8'))
    .join('\n');
}

function routesOf(prefix: string, router: Router): string[] {
  const routes = router.stack.flatMap(({ route }) =>
    route
      ? route.stack.map(
          ({ method }) => `${method.toUpperCase()} ${prefix}${route.path}`,
        )
      : [],
  );
  // A route with several handlers is still one.
  return [...new Set(routes)];
}

// What routers do is not asked for here, only where they do it.
const nothing = {} as never;
const hcpRoutes = routesOf(
  '/api/v2',
  hcpRouter({ sandbox: nothing, misbehaviour: nothing, now: Date.now }),
);
const otherRoutes = [
  ...routesOf('/_archivist', archivistRouter(nothing)),
  ...routesOf('/app', pagesRouter(nothing)),
  ...routesOf(
    '/repositories',
    fileHostRouter(new Repositories(undefined), () => ''),
  ),
  ...routesOf('/_sandbox', controlRouter(nothing)),
];

describe('the endpoints', () => {
  const sources = sourcesOf(plugins);

  /** What calls an operation for the plugins, where they do not themselves. */
  const callers: Record<string, string> = {
    AssumeRole: 'DefaultAwsCredentialsManager.fromConfig(',
  };

  it.each(Object.values(awsOperations).flat())('are called: %s', operation => {
    expect(sources).toContain(callers[operation] ?? `new ${operation}Command(`);
  });

  const client = sourcesOf(join(plugins, 'soa-node'));

  it.each(hcpRoutes)('are called: %s', route => {
    const paths = [...client.matchAll(/[`'}](\/[^`'\s?]*)[`'?]/g)].map(
      ([, path]) => path.replace(/\$\{[^}]*\}/g, ':'),
    );
    const wanted = route
      .replace(/^[A-Z]+ \/api\/v2(\/organizations\/:organization)?/, '')
      .replace(/:\w+/g, ':');
    expect(paths).toContain(wanted);
  });

  it('are all in the README, and no other', () => {
    const listed = [...readme.matchAll(/^\| `([A-Z]+ \/\S+)`/gm)].map(
      ([, route]) => route,
    );
    expect(listed.sort()).toEqual([...hcpRoutes, ...otherRoutes].sort());
    const operations = [...readme.matchAll(/^\| [A-Z]\w+ +\| `(\w+)`/gm)].map(
      ([, operation]) => operation,
    );
    expect(operations.sort()).toEqual(
      Object.values(awsOperations).flat().sort(),
    );
  });
});
