import { FakeClock } from '../../__testUtils__/FakeClock';
import { FakeServer } from '../../__testUtils__/FakeServer';
import { RequestLimits } from './RequestLimits';
import { Transport } from './Transport';

const JSON_API = 'application/vnd.api+json';
const TOKEN = 'team.secret.token';

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise(setImmediate);
  }
}

describe('Transport', () => {
  let server: FakeServer;
  let clock: FakeClock;
  let transport: Transport;

  const transportTo = (baseUrl: string, limits?: RequestLimits) =>
    new Transport({
      organization: 'acme',
      baseUrl,
      token: TOKEN,
      configKey: 'soa.hcpTerraform[0]',
      clock,
      limits,
    });

  const get = (signal?: AbortSignal) =>
    transport.send({ method: 'GET', path: '/runs/run-1?include=plan', signal });

  beforeEach(async () => {
    server = await FakeServer.start();
    clock = new FakeClock();
    transport = transportTo(server.url);
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
      headers: { authorization: `Bearer ${TOKEN}`, accept: JSON_API },
    });
    expect(read.headers['content-type']).toBeUndefined();
    expect(post.headers['content-type']).toBe(JSON_API);
    expect(post.body).toBe('');
    expect(patch.headers['content-type']).toBe(JSON_API);
    expect(patch.body).toBe('{"x":1}');
  });

  describe('refused for its rate', () => {
    const refused = (headers: Record<string, string> = {}) => ({
      status: 429,
      headers,
    });

    it.each(['GET', 'POST', 'PATCH'] as const)(
      'sends a %s again when the limit ends',
      async method => {
        server.answer(refused({ 'x-ratelimit-reset': '1.2345' }), {
          body: {},
        });
        await transport.send({ method, path: '/runs' });
        expect(clock.sleeps).toEqual([1_235]);
        expect(server.requests).toHaveLength(2);
      },
    );

    it('waits a minute at most, and gives up', async () => {
      server.route(() => refused({ 'x-ratelimit-reset': '86400' }));
      await expect(get()).rejects.toMatchObject({
        kind: 'unavailable',
        status: 429,
        message: expect.stringContaining('not available now (429)'),
      });
      expect(clock.sleeps).toEqual([60_000, 60_000, 60_000, 60_000, 60_000]);
    });

    it.each(['', 'soon', '-5', 'NaN'])(
      'backs off where the limit ends at "%s"',
      async reset => {
        server.answer(refused({ 'x-ratelimit-reset': reset }), { body: {} });
        await get();
        expect(clock.sleeps).toHaveLength(1);
        expect(clock.sleeps[0]).toBeGreaterThanOrEqual(250);
        expect(clock.sleeps[0]).toBeLessThanOrEqual(501);
      },
    );

    it('holds back all that use the same token', async () => {
      const limits = new RequestLimits(clock);
      const one = transportTo(server.url, limits);
      const other = transportTo(server.url, limits);
      const request = { method: 'GET', path: '/x' } as const;
      server.answer(refused({ 'x-ratelimit-reset': '7' }));
      server.route(() => ({ body: {} }));
      const sleep = jest
        .spyOn(clock, 'sleep')
        .mockReturnValue(new Promise(() => {}));
      one.send(request).catch(() => {});
      await until(() => sleep.mock.calls.length > 0);
      const abort = new AbortController();
      const held = other.send({ ...request, signal: abort.signal });
      await new Promise(setImmediate);
      abort.abort(new Error('held back'));
      await expect(held).rejects.toThrow('held back');
      expect(server.requests).toHaveLength(1);
    });
  });

  describe.each([
    ['a broken answer', { status: 500 }],
    ['a dropped connection', 'drop' as const],
    ['an answer that breaks off', 'drop-in-body' as const],
  ])('after %s', (_name, failure) => {
    it.each(['GET', 'PATCH'] as const)('sends a %s again', async method => {
      server.answer(failure, failure, { body: { data: 1 } });
      expect(await transport.send({ method, path: '/x' })).toEqual({
        data: 1,
      });
      expect(clock.sleeps).toHaveLength(2);
      expect(clock.sleeps[1]).toBeGreaterThanOrEqual(500);
    });

    it('does not send a POST again, which might be done twice', async () => {
      server.answer(failure);
      await expect(
        transport.send({ method: 'POST', path: '/runs', body: {} }),
      ).rejects.toMatchObject({ kind: 'unavailable' });
      expect(server.requests).toHaveLength(1);
    });

    it('gives up in the end', async () => {
      server.route(() => failure);
      await expect(get()).rejects.toMatchObject({ kind: 'unavailable' });
      expect(server.requests).toHaveLength(6);
    });
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

  it('says in one sentence that nobody is there', async () => {
    await server.stop();
    await expect(get()).rejects.toMatchObject({
      kind: 'unavailable',
      message: `${
        new URL(server.url).host
      } does not answer: try again later, or check soa.hcpTerraform[0].baseUrl`,
      cause: expect.objectContaining({ name: 'TypeError' }),
    });
  });

  it.each([
    [401, 'bad-token', /put a valid one into soa\.hcpTerraform\[0\]\.token$/],
    [403, 'not-found-or-not-allowed', /^GET \/runs\/run-1: not found in/],
    [404, 'not-found-or-not-allowed', /organization "acme", or its token/],
    [409, 'conflict', /^GET \/runs\/run-1: Name has already been taken$/],
    [422, 'conflict', /taken$/],
    [400, 'invalid', /taken$/],
    [415, 'invalid', /taken$/],
    [503, 'unavailable', /not available now \(503\): GET \/runs\/run-1$/],
  ])('tells what %i means: %s', async (status, kind, message) => {
    server.route(() => ({
      status,
      body: { errors: [{ status, detail: 'Name has already\n been taken' }] },
    }));
    await expect(get()).rejects.toMatchObject({
      name: 'HcpTerraformError',
      kind,
      status,
      message: expect.stringMatching(message),
    });
  });

  it.each([
    ['<html>'.repeat(1_000), 'answered 422'],
    ['', 'answered 422'],
    ['{"errors":[]}', 'answered 422'],
    ['{"errors":[{"detail":{"a":1}}]}', 'answered 422'],
    ['{"errors":["one",{"title":"two"}]}', 'one; two'],
    [JSON.stringify({ errors: ['x'.repeat(9_999)] }), 'x'.repeat(300)],
    [JSON.stringify({ errors: [`not ${TOKEN}`] }), 'not [token]'],
  ])('makes the best of an error, case %#', async (body, told) => {
    server.answer({ status: 422, body });
    const error = await get().catch(e => e);
    expect((error as Error).message).toBe(`GET /runs/run-1: ${told}`);
  });

  it('is not satisfied with a web page', async () => {
    server.answer({ body: '<html></html>' });
    await expect(get()).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('something other than JSON:API'),
    });
  });

  describe('redirected', () => {
    let elsewhere: FakeServer;

    beforeEach(async () => {
      elsewhere = await FakeServer.start();
    });

    afterEach(() => elsewhere.stop());

    const redirect = (status: number) => ({
      status,
      headers: { location: `${elsewhere.url}/there` },
    });

    it('reads from there, without the token', async () => {
      server.answer(redirect(307));
      elsewhere.answer({ body: { data: 2 } });
      expect(await get()).toEqual({ data: 2 });
      expect(elsewhere.requests[0].headers.authorization).toBeUndefined();
    });

    it('says so where the other host wants the token', async () => {
      server.answer(redirect(301));
      elsewhere.answer({ status: 401 });
      await expect(get()).rejects.toMatchObject({
        kind: 'invalid',
        message: expect.stringContaining(
          `redirects to ${elsewhere.url}, which does not get the token`,
        ),
      });
    });

    it('does not write there', async () => {
      server.answer(redirect(308));
      await expect(
        transport.send({ method: 'POST', path: '/runs', body: {} }),
      ).rejects.toMatchObject({ kind: 'invalid' });
      expect(elsewhere.requests).toHaveLength(0);
    });
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
    expect(await times(25, false)).toBe(0);
    expect(await times(1, false)).toBe(1_000);
    expect(await times(24, true)).toBe(1_000);
    expect(await times(4, true)).toBe(2_000);
    expect(await times(1, true)).toBe(61_000);
  });
});
