import { FakeClock } from '../../__testUtils__/FakeClock';
import { FakeServer } from '../../__testUtils__/FakeServer';
import { TRANSPORT_TOKEN, transportTo } from '../../__testUtils__/transportTo';
import { until } from '../../__testUtils__/until';
import type { Transport } from './Transport';

const JSON_API = 'application/vnd.api+json';

describe('Transport', () => {
  let server: FakeServer;
  let clock: FakeClock;
  let transport: Transport;

  const get = (signal?: AbortSignal) =>
    transport.send({ method: 'GET', path: '/runs/run-1?include=plan', signal });

  beforeEach(async () => {
    server = await FakeServer.start();
    clock = new FakeClock();
    transport = transportTo(server, clock);
  });

  afterEach(() => server.stop());

  it('sends the token, and the content type on every mutating call', async () => {
    server.answer({ body: { data: 1 } }, { status: 202 }, { body: {} });
    expect(await get()).toEqual({ data: 1 });
    expect(await transport.send({ method: 'POST', path: '/a' })).toBe(
      undefined,
    );
    await transport.send({ method: 'PATCH', path: '/b', body: { x: 1 } });
    const [read, post, patch] = server.requests;
    expect(read).toMatchObject({
      method: 'GET',
      url: '/api/v2/runs/run-1?include=plan',
      headers: { authorization: `Bearer ${TRANSPORT_TOKEN}`, accept: JSON_API },
    });
    expect(read.headers['content-type']).toBeUndefined();
    expect(post.headers['content-type']).toBe(JSON_API);
    expect(post.body).toBe('');
    expect(patch.headers['content-type']).toBe(JSON_API);
    expect(patch.body).toBe('{"x":1}');
  });

  it('does not wait for ever', async () => {
    server.answer('never');
    const post = transport
      .send({ method: 'POST', path: '/runs' })
      .catch(error => error);
    await until(() => server.requests.length > 0);
    expect(clock.timeouts[0].milliseconds).toBe(30_000);
    clock.timeouts[0].end();
    expect(await post).toMatchObject({
      kind: 'unavailable',
      message: expect.stringMatching(
        /does not answer.*soa\.hcpTerraform\[0\]\.baseUrl$/,
      ),
    });
  });

  it('ends with its signal, in flight and before', async () => {
    server.answer('never');
    const abort = new AbortController();
    const answer = get(abort.signal).catch(error => error);
    await until(() => server.requests.length > 0);
    abort.abort(new Error('enough'));
    expect(await answer).toEqual(new Error('enough'));
    await expect(get(abort.signal)).rejects.toThrow('enough');
    expect(server.requests).toHaveLength(1);
  });

  it('keeps to the limits of requests and of lists of runs', async () => {
    server.route(() => ({ body: {} }));
    const times = async (number: number, listsRuns: boolean) => {
      await Promise.all(
        Array.from({ length: number }, () =>
          transport.send({ method: 'GET', path: '/x', listsRuns }),
        ),
      );
      return clock.now();
    };
    expect([
      // Half of them at once, and the others 36 milliseconds apart.
      await times(13, false),
      await times(12, false),
      await times(1, false),
      await times(24, true),
      await times(4, true),
      await times(1, true),
    ]).toEqual([0, 12 * 36, 1_000, 1_000 + 24 * 36, 2_000 + 3 * 36, 61_000]);
  });

  describe('upload', () => {
    const bytes = new Uint8Array([1, 2, 3]);

    it('sends bytes without a token, and again if need be', async () => {
      server.answer('drop', { status: 502 }, { status: 429 }, {});
      await transport.upload(`${server.url}/object?signature=x`, bytes);
      expect(server.requests).toHaveLength(4);
      expect(server.requests[3]).toMatchObject({
        method: 'PUT',
        url: '/object?signature=x',
        headers: { 'content-type': 'application/octet-stream' },
        body: '\u0001\u0002\u0003',
      });
      expect(server.requests[3].headers.authorization).toBeUndefined();
    });

    it.each([401, 403, 404, 422])(
      'is refused with %i, without the secret address in the message',
      async status => {
        server.answer({ status, body: { errors: ['no'] } });
        await expect(
          transport.upload(`${server.url}/object?signature=x`, bytes),
        ).rejects.toMatchObject({
          kind: 'invalid',
          status,
          message: `HCP Terraform refused the upload of the configuration (${status}): no`,
        });
      },
    );

    it('ends with its signal', async () => {
      await expect(
        transport.upload(
          server.url,
          bytes,
          AbortSignal.abort(new Error('enough')),
        ),
      ).rejects.toThrow('enough');
    });
  });
});
