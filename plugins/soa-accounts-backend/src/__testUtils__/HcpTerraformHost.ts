import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a host answers instead. */
export interface Refusal {
  status: number;
  headers?: Record<string, string>;
}

/** A host with the workspaces of the organization `acme`, on real HTTP. */
export class HcpTerraformHost {
  static async start(): Promise<HcpTerraformHost> {
    const host = new HcpTerraformHost();
    await new Promise<void>(resolve => {
      host.#server.listen(0, '127.0.0.1', resolve);
    });
    return host;
  }

  /** Of its workspaces; their ids are made of these. */
  names: string[] = [];
  /** What it was asked for: path and query. */
  requests: URL[] = [];
  /** Asked before each answer. */
  instead: (url: URL) => Refusal | undefined = () => undefined;
  readonly #server: Server = createServer((request, response) => {
    const url = new URL(request.url!, 'http://host');
    this.requests.push(url);
    const refusal = this.instead(url);
    const answer = refusal ? undefined : this.#answer(url);
    response
      .writeHead(refusal?.status ?? (answer ? 200 : 404), refusal?.headers)
      .end(JSON.stringify(answer ?? { errors: [] }));
  });

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  #answer({ pathname, searchParams }: URL) {
    const name = pathname.split('/workspaces/')[1];
    const wanted = searchParams.get('include')!.split(',');
    if (name) {
      return this.names.includes(name)
        ? { data: workspace(name), included: included(name, wanted) }
        : undefined;
    }
    const size = Number(searchParams.get('page[size]'));
    const page = Number(searchParams.get('page[number]') ?? 1);
    const names = this.names.slice((page - 1) * size, page * size);
    return {
      data: names.map(workspace),
      included: names.flatMap(one => included(one, wanted)),
      meta: {
        pagination: {
          'next-page': page * size < this.names.length ? page + 1 : null,
        },
      },
    };
  }
}

function workspace(name: string) {
  return {
    id: `ws-${name}`,
    type: 'workspaces',
    attributes: {
      name,
      permissions: {
        'can-read-variable': true,
        'can-read-state-outputs': true,
      },
    },
    relationships: {
      vars: { data: [{ type: 'vars', id: `var-${name}` }] },
      outputs: { data: [] },
    },
  };
}

function included(name: string, wanted: readonly string[]) {
  const attributes = {
    key: 'TFC_AWS_RUN_ROLE_ARN',
    category: 'env',
    value: `arn:${name}`,
  };
  return wanted.includes('vars')
    ? [{ id: `var-${name}`, type: 'vars', attributes }]
    : [];
}
