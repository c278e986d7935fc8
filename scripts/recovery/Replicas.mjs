import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../portal/paths.mjs';
import { waitFor } from '../portal/waitFor.mjs';

const cli = join(root, 'node_modules', '.bin', 'backstage-cli');

/** Backends on one PostgreSQL, each with a folder of its own, empty at first. */
export class Replicas {
  #options;
  #number = 0;

  /** @param options - `connection`: of PostgreSQL; `prefix`: of its databases */
  constructor(options) {
    this.#options = options;
    this.#writeConfig();
  }

  get #config() {
    return join(this.#options.directory, 'replicas.yaml');
  }

  #writeConfig() {
    const { host, port, user, password } = this.#options.connection;
    writeFileSync(
      this.#config,
      // YAML takes JSON.
      JSON.stringify({
        backend: {
          workingDirectory: '${SOA_WORKING_DIRECTORY}',
          database: {
            client: 'pg',
            prefix: this.#options.prefix,
            knexConfig: { pool: { min: 0, max: 4 } },
            connection: { host, port, user, password },
          },
        },
        scaffolder: { taskRecovery: { staleTimeout: 'PT3S' } },
        // What a dead replica was about is free again soon: both its turn, and what
        // it was about to write. As text, which takes the place of app-config.yaml's
        // durations: an object would be merged with them.
        soa: {
          delivery: { schedule: { frequency: 'PT2S', timeout: 'PT5S' } },
        },
      }),
    );
  }

  /** @returns its name, which stops it, once it answers */
  async start(port) {
    const { programs, env, directory } = this.#options;
    this.#number += 1;
    const name = `backend ${this.#number}`;
    const workingDirectory = join(directory, `files-${this.#number}`);
    rmSync(workingDirectory, { recursive: true, force: true });
    mkdirSync(workingDirectory);
    programs.start(
      name,
      'node',
      [
        cli,
        'package',
        'start',
        '--config',
        join(root, 'app-config.yaml'),
        '--config',
        this.#config,
      ],
      {
        cwd: join(root, 'packages', 'backend'),
        env: {
          ...env,
          SOA_BACKEND_PORT: String(port),
          SOA_WORKING_DIRECTORY: workingDirectory,
        },
      },
    );
    await waitFor(`http://localhost:${port}/.backstage/health/v1/readiness`, {
      what: name,
      programs,
      seconds: 180,
    });
    return { name, url: `http://localhost:${port}/api` };
  }
}
