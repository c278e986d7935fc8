import { FakeClock } from '../../__testUtils__/FakeClock';
import { FakeServer } from '../../__testUtils__/FakeServer';
import { TRANSPORT_TOKEN, transportTo } from '../../__testUtils__/transportTo';
import type { Transport } from './Transport';

describe('Refusals', () => {
  let server: FakeServer;
  let transport: Transport;

  const get = () =>
    transport.send({ method: 'GET', path: '/runs/run-1?include=plan' });

  beforeEach(async () => {
    server = await FakeServer.start();
    transport = transportTo(server, new FakeClock());
  });

  afterEach(() => server.stop());

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
    [JSON.stringify({ errors: [`not ${TRANSPORT_TOKEN}`] }), 'not [token]'],
  ])('makes the best of an error, case %#', async (body, told) => {
    server.answer({ status: 422, body });
    const error = await get().catch(e => e);
    expect((error as Error).message).toBe(`GET /runs/run-1: ${told}`);
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
});
