import { createHash, createHmac } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';

const REPOSITORY = 'fleet';
const OWNER = 'group:default/fleet';
const TRIGGERS = [
  'run:needs_attention',
  'run:applying',
  'run:completed',
  'run:errored',
];

/** What the key of notifications of all replicas is. */
export const NOTIFICATION_KEY = 'of-fleets-that-are-rolled-out-by-tests-only';

/**
 * Components with many placements each, for a sandbox cloud to hold and backends to
 * roll out.
 */
export class Fleet {
  /** Each with `name`, `placements` and, once they are there, `plan`. */
  components;
  #sandboxUrl;

  /**
   * @param options - `environments`: how many placements each of them has in a
   *   component; `organizations`: among which components are spread
   */
  constructor({
    sandboxUrl,
    count,
    environments,
    organizations,
    prefix = 'ship',
  }) {
    this.#sandboxUrl = sandboxUrl;
    this.components = Array.from({ length: count }, (_, index) => {
      const name = `${prefix}-${index + 1}`;
      const organization = organizations[index % organizations.length];
      return {
        name,
        placements: placementsOf(name, environments, organization),
      };
    });
  }

  get catalogUrl() {
    return `${this.#sandboxUrl}/repositories/${REPOSITORY}/catalog-info.yaml`;
  }

  /**
   * Has the sandbox cloud hold all of it.
   *
   * @param portals - of those who are told of runs, each of a part of them
   * @returns the ids of its workspaces
   */
  async settle(portals = []) {
    await this.#send('PUT', `/repositories/${REPOSITORY}`, {
      type: 'application/gzip',
      body: await this.archive(),
    });
    const all = this.components.flatMap(({ name, placements }) =>
      placements.map(placement => ({ name, placement })),
    );
    const workspaces = all.map(({ name, placement }, index) => {
      const [, workspace] = placement.workspace.split('/');
      const id = idOf('ws', workspace);
      return {
        id,
        name: workspace,
        placement: placement.key,
        tags: {
          'soa-component': name,
          'soa-namespace': 'default',
          'soa-environment': placement.environment,
          'soa-account': placement.account,
          'soa-region': placement.region,
          'soa-runtime': placement.runtime,
        },
        notifications:
          portals.length === 0
            ? []
            : [
                {
                  id: idOf('nc', workspace),
                  name: 'Portal',
                  url: `${
                    portals[index % portals.length]
                  }/events/http/soa-hcp-terraform`,
                  token: createHmac('sha256', NOTIFICATION_KEY)
                    .update(JSON.stringify(['notification', 'acme', id]))
                    .digest('hex'),
                  triggers: TRIGGERS,
                },
              ],
      };
    });
    await this.#send('POST', '/_sandbox/add-workspaces', {
      type: 'application/json',
      body: JSON.stringify({ workspaces }),
    });
    return workspaces.map(({ id }) => id);
  }

  /** What starts the rollout of one of them. */
  requestOf({ name, placements, plan }) {
    return {
      componentRef: `component:default/${name}`,
      source: {
        url: `${
          this.#sandboxUrl
        }/repositories/${REPOSITORY}/archive/newest.tar.gz`,
      },
      placements,
      ...(plan && { plan }),
    };
  }

  /** What is uploaded to each workspace. */
  async archive() {
    // Only there once packages are installed.
    const { default: tar } = await import('tar-stream');
    const pack = tar.pack();
    pack.entry({ name: 'catalog-info.yaml' }, this.#catalog());
    pack.entry({ name: 'infra/main.tf' }, '# simulated\n');
    for (const { key, environment, account, region, runtime } of this
      .components[0].placements) {
      pack.entry(
        { name: `infra/placements/${key}.json` },
        JSON.stringify({
          service: REPOSITORY,
          environment,
          account,
          region,
          runtime,
        }),
      );
    }
    pack.finalize();
    return buffer(pack.pipe(createGzip()));
  }

  #catalog() {
    // YAML takes JSON.
    return this.components
      .map(({ name, placements }) =>
        JSON.stringify({
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name },
          spec: {
            type: 'service',
            lifecycle: 'production',
            owner: OWNER,
            placements: placements.map(
              ({ environment, account, region, runtime, workspace }) => ({
                environment,
                account,
                region,
                runtime,
                workspace,
              }),
            ),
          },
        }),
      )
      .join('\n---\n');
  }

  async #send(method, path, { type, body }) {
    const answer = await fetch(this.#sandboxUrl + path, {
      method,
      headers: { 'content-type': type },
      body,
    });
    if (!answer.ok) {
      throw new Error(`${method} ${path} answers ${answer.status}`);
    }
  }
}

function placementsOf(name, environments, organization) {
  return Object.entries(environments).flatMap(([environment, count], rank) =>
    Array.from({ length: count }, (_, index) => {
      const region = index % 2 === 0 ? 'us-east-1' : 'eu-west-1';
      const account = String(200_000_000_000 + rank * 10_000 + (index >> 1));
      const key = `${environment}-${index + 1}`;
      return {
        environment,
        account,
        accountName: `${environment}-${(index >> 1) + 1}`,
        region,
        runtime: 'lambda',
        key,
        workspace: `${organization}/${name}-${key}`,
      };
    }),
  );
}

function idOf(prefix, name) {
  return `${prefix}-${createHash('sha256')
    .update(name)
    .digest('hex')
    .slice(0, 16)}`;
}
