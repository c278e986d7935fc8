import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePorts } from './ports.mjs';
import { postgresPackage } from './postgresPackage.mjs';
import { Refusal } from './refusal.mjs';
import { stage } from './stage.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

/**
 * Runs tests with a PostgreSQL that lives as long as they do.
 *
 * @param body - is given the environment in which Backstage's tests use it, which
 *   is empty where it does not start: that is a failed check then
 */
export async function withPostgres(tally, body) {
  const postgres = await stage(tally, 'PostgreSQL', startPostgres);
  try {
    await body({
      BACKSTAGE_TEST_DISABLE_DOCKER: '1',
      ...(postgres && {
        BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING:
          postgres.connection,
      }),
    });
  } finally {
    await postgres?.stop();
  }
}

async function startPostgres() {
  const directory = temporaryFolder('portal-postgres');
  // The server's own user has to get through to its data below.
  chmodSync(directory.path, 0o755);
  const { default: EmbeddedPostgres } = await import(
    pathToFileURL(postgresPackage(directory.path))
  );
  const { portal: port } = await freePorts();
  const said = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(directory.path, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'max_connections=300', '-c', 'fsync=off'],
    onLog: line => said.push(line),
    onError: error => said.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    directory.remove();
    // It rejects with nothing at all when the server ends by itself.
    throw new Refusal(
      `PostgreSQL does not start: ${[error?.message, ...said.slice(-5)]
        .filter(Boolean)
        .join('\n')}`,
    );
  }
  return {
    connection: `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      directory.remove();
    },
  };
}
