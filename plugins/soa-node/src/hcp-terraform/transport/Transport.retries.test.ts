import { FakeClock } from '../../__testUtils__/FakeClock';
import { FakeServer } from '../../__testUtils__/FakeServer';
import { transportTo } from '../../__testUtils__/transportTo';
import { until } from '../../__testUtils__/until';
import { RequestLimits } from './RequestLimits';
import type { Transport } from './Transport';

describe('Transport', () => {
  let server: FakeServer;
  let clock: FakeClock;
  let transport: Transport;

  const get = () => transport.send({ method: 'GET', path: '/runs/run-1' });

  beforeEach(async () => {
    server = await FakeServer.start();
    clock = new FakeClock();
    transport = transportTo(server, clock);
  });

  afterEach(() => server.stop());

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
        expect(clock.sleeps[0]).toBeGreaterThanOrEqual(1_235 + 250);
        expect(clock.sleeps[0]).toBeLessThanOrEqual(1_235 + 501);
        expect(server.requests).toHaveLength(2);
      },
    );

    it('waits a minute at most, and gives up', async () => {
      server.route(() => refused({ 'x-ratelimit-reset': '86400' }));
      await expect(get()).rejects.toMatchObject({
        kind: 'unavailable',
        status: 429,
        message: expect.stringMatching(
          /the rate limit of .* is used up \(429\)/,
        ),
      });
      expect(clock.sleeps).toHaveLength(5);
      for (const slept of clock.sleeps) {
        expect(slept).toBeGreaterThan(60_000);
        expect(slept).toBeLessThan(60_000 + 10_000);
      }
    });

    it.each(['0', '0.003'])(
      'takes its time where the limit ends in %s seconds, again and again',
      async reset => {
        server.route(() => refused({ 'x-ratelimit-reset': reset }));
        await expect(get()).rejects.toMatchObject({ status: 429 });
        expect(clock.now()).toBeGreaterThan(7_000);
      },
    );

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
      const one = transportTo(server, clock, limits);
      const other = transportTo(server, clock, limits);
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
});
