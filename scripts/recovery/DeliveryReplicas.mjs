import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeTransform } from '../portal/nodeTransform.mjs';
import { root } from '../portal/paths.mjs';
import { waitFor } from '../portal/waitFor.mjs';
import { NOTIFICATION_KEY } from './Fleet.mjs';

/** Backends that take rollouts further, on one PostgreSQL, each with its own guest. */
export class DeliveryReplicas {
  #options;

  /**
   * @param options - `connection`: of PostgreSQL, as a URL; `prefix`: of its
   *   databases; `organizations`: each with a user of its own; `environments`: their names; `catalogUrl`: of what is
   *   rolled out; `delivery`: of `soa.delivery`, what is not as by default
   */
  constructor(options) {
    this.#options = options;
  }

  /**
   * Starts one, or starts it again.
   *
   * @param replica - `name`, `port`, `hcpPort`: where it finds HCP Terraform, `user`
   */
  async start({ name, port, hcpPort, user }) {
    const { programs, env, directory } = this.#options;
    const files = join(directory, name.replaceAll(' ', '-'));
    rmSync(files, { recursive: true, force: true });
    mkdirSync(files);
    const config = `${files}.yaml`;
    writeFileSync(
      config,
      // YAML takes JSON.
      JSON.stringify(this.#config({ port, hcpPort, user, files })),
    );
    programs.start(
      name,
      'node',
      [
        '--require',
        nodeTransform,
        join(root, 'scripts', 'recovery', 'deliveryBackend.ts'),
        '--config',
        config,
      ],
      {
        cwd: join(root, 'packages', 'backend'),
        // Each request, and each write that is audited, would be told of.
        env: { ...env, NODE_ENV: 'development', LOG_LEVEL: 'warn' },
      },
    );
    const url = `http://localhost:${port}`;
    await waitFor(`${url}/.backstage/health/v1/readiness`, {
      what: name,
      programs,
      seconds: 180,
    });
    return `${url}/api`;
  }

  kill({ name }) {
    return this.#options.programs.stop(name, 'SIGKILL');
  }

  #config({ port, hcpPort, user, files }) {
    const { connection, prefix, organizations, environments } = this.#options;
    const { catalogUrl, delivery } = this.#options;
    const { hostname, port: pgPort, username, password } = new URL(connection);
    const baseUrl = `http://localhost:${port}`;
    return {
      app: { title: 'Fleet', baseUrl },
      organization: { name: 'Acme (simulated)' },
      backend: {
        baseUrl,
        listen: { host: '127.0.0.1', port },
        workingDirectory: files,
        database: {
          client: 'pg',
          prefix,
          knexConfig: { pool: { min: 0, max: 10 } },
          connection: {
            host: hostname,
            port: Number(pgPort),
            user: username,
            password,
          },
        },
        reading: { allow: [{ host: new URL(catalogUrl).host }] },
      },
      auth: {
        providers: {
          guest: {
            userEntityRef: user,
            ownershipEntityRefs: [user, 'group:default/fleet'],
          },
        },
      },
      permission: { enabled: true },
      catalog: { locations: [{ type: 'url', target: catalogUrl }] },
      soa: {
        environments: environments.map(name => ({
          name,
          ...(name === 'prod' && { production: true }),
        })),
        access: { enabled: false },
        hcpTerraform: organizations.map((organization, index) => ({
          organization,
          baseUrl: `http://localhost:${hcpPort}`,
          token: `sandbox-token${index === 0 ? '' : `-${index}`}`,
          notifications: { key: NOTIFICATION_KEY },
        })),
        ...(delivery && { delivery }),
      },
    };
  }
}
