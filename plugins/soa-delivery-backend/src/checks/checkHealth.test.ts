import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RolloutCheck } from '@backstage-soa/plugin-soa-common';
import { targetOf } from '../advance/__testUtils__/targetOf';
import { checkContext } from './__testUtils__/checking';
import { AllowedHosts } from './AllowedHosts';
import { checkHealth } from './checkHealth';

type Health = RolloutCheck & { type: 'health' };

const target = targetOf({ workspaceId: 'ws-1' });

describe('checkHealth', () => {
  let server: Server;
  let host: string;
  let answer: RequestListener;
  const asked: string[] = [];

  beforeEach(async () => {
    asked.length = 0;
    answer = (_, response) => response.end('well');
    server = createServer((request, response) => {
      asked.push(request.url!);
      // A later server can get the same port.
      response.setHeader('connection', 'close');
      answer(request, response);
    });
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });

  const look = (
    check: Omit<Health, 'type'>,
    change: Parameters<typeof checkContext>[0] = {},
  ) =>
    checkHealth(
      { type: 'health', ...check },
      target,
      checkContext({ allowedHosts: new AllowedHosts([host]), ...change }),
    );

  it('passes where the URL answers as it should', async () => {
    expect(await look({ url: `http://${host}/health?deep=1` })).toEqual({
      state: 'passing',
    });
    expect(asked).toEqual(['/health?deep=1']);
  });

  it('expects the status that is said', async () => {
    answer = (_, response) => response.writeHead(204).end();
    const url = `http://${host}/`;
    expect(await look({ url, expectStatus: 204 })).toEqual({
      state: 'passing',
    });
    expect(await look({ url })).toEqual({
      state: 'failing',
      message: `http://${host}/ answers 204 instead of 200.`,
    });
  });

  it('follows nothing: where it leads to was not allowed', async () => {
    answer = (_, response) =>
      response.writeHead(302, { location: `http://${host}/elsewhere` }).end();
    const url = `http://${host}/health`;
    expect(await look({ url })).toMatchObject({
      state: 'failing',
      message: `${url} answers 302 instead of 200.`,
    });
    expect(await look({ url, expectStatus: 302 })).toEqual({
      state: 'passing',
    });
    expect(asked).toEqual(['/health', '/health']);
  });

  it('asks no host that is not allowed, and gives up', async () => {
    const allowedHosts = new AllowedHosts(['orders.example']);
    expect(await look({ url: `http://${host}/` }, { allowedHosts })).toEqual({
      state: 'failed',
      message: expect.stringMatching(
        /^The portal may not ask 127\.0\.0\.1:\d+: .* soa\.delivery\.checks\.allow in the configuration\.$/,
      ),
    });
    expect(asked).toEqual([]);
  });

  it('says why nothing answers', async () => {
    answer = request => request.socket.destroy();
    const { state, message } = await look({ url: `http://${host}/` });
    expect(state).toBe('failing');
    expect(message).toContain(`http://${host}/ does not answer: `);
  });

  it.each([
    ['the whole URL', (of: string) => `http://${of}/base`, '/health'],
    ['a URL without a path', (of: string) => `http://${of}`, '/health'],
  ])('takes the URL from an output: %s', async (_, valueOf, path) => {
    const outputs = [
      { name: 'other', value: 'x' },
      { name: 'url', value: valueOf(host) },
    ];
    expect(await look({ output: 'url', path }, { outputs })).toEqual({
      state: 'passing',
    });
    expect(asked).toEqual(['/health']);
  });

  it('keeps the path of an output where none is said', async () => {
    const outputs = [{ name: 'url', value: `http://${host}/base` }];
    await look({ output: 'url' }, { outputs });
    expect(asked).toEqual(['/base']);
  });

  it('takes an output that is a host for one that speaks TLS', async () => {
    const seen: string[] = [];
    const outputs = [{ name: 'host', value: host }];
    await look(
      { output: 'host', path: '/health' },
      {
        outputs,
        fetch: async url => {
          seen.push(String(url));
          return new Response();
        },
      },
    );
    expect(seen).toEqual([`https://${host}/health`]);
  });

  it('lets no path lead to another host', async () => {
    const outputs = [{ name: 'url', value: `http://${host}` }];
    const { state } = await look(
      { output: 'url', path: '//evil.example/' },
      { outputs },
    );
    expect(state).toBe('failed');
    expect(asked).toEqual([]);
  });

  it.each([
    ['there is none', []],
    ['it is no text', [{ name: 'url', value: 5 }]],
    ['it is no URL', [{ name: 'url', value: 'a b' }]],
    ['it is secret', [{ name: 'url', value: null }]],
  ])('waits for an output where %s', async (_, outputs) => {
    expect(await look({ output: 'url' }, { outputs })).toEqual({
      state: 'failing',
      message: 'acme/orders-prod-use1 has no output url that is a URL.',
    });
  });

  it('stops where nobody wants to know any more', async () => {
    const signal = AbortSignal.abort(new Error('shutting down'));
    await expect(look({ url: `http://${host}/` }, { signal })).rejects.toThrow(
      'shutting down',
    );
  });
});
