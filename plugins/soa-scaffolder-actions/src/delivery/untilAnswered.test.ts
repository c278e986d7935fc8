import { ResponseError, ServiceUnavailableError } from '@backstage/errors';
import { untilAnswered } from './untilAnswered';

const refusal = (status: number) =>
  ResponseError.fromResponse(new Response('{}', { status }));

function set() {
  const controller = new AbortController();
  const pause = jest.fn(async (_milliseconds: number, signal?: AbortSignal) =>
    signal?.throwIfAborted(),
  );
  const told: string[] = [];
  const ask = jest.fn<Promise<string>, []>();
  const asking = () =>
    untilAnswered(ask, {
      logger: { warn: line => told.push(line) },
      signal: controller.signal,
      pause,
    });
  return { ask, asking, controller, pause, told };
}

describe('untilAnswered', () => {
  it('asks again while nobody answers, and says so once', async () => {
    const { ask, asking, pause, told } = set();
    ask.mockRejectedValueOnce(new ServiceUnavailableError('No answer'));
    ask.mockRejectedValueOnce(await refusal(503));
    ask.mockResolvedValueOnce('done');
    expect(await asking()).toBe('done');
    expect(pause.mock.calls.map(([milliseconds]) => milliseconds)).toEqual([
      2_000, 4_000,
    ]);
    expect(told).toEqual([
      'soa-delivery gave no answer, and is asked again: No answer',
    ]);
  });

  it('gives up at last, with what went wrong', async () => {
    const { ask, asking } = set();
    ask.mockRejectedValue(await refusal(502));
    await expect(asking()).rejects.toThrow('502');
    expect(ask).toHaveBeenCalledTimes(5);
  });

  it.each([400, 403, 404, 409, 429])(
    'takes a refusal for an answer: %s',
    async status => {
      const { ask, asking, pause } = set();
      ask.mockRejectedValue(await refusal(status));
      await expect(asking()).rejects.toThrow(String(status));
      expect(pause).not.toHaveBeenCalled();
    },
  );

  it('ends when it is canceled as it asks, or pauses', async () => {
    const { ask, asking, controller, pause } = set();
    ask.mockImplementationOnce(async () => {
      controller.abort(new Error('canceled'));
      throw new ServiceUnavailableError('No answer');
    });
    await expect(asking()).rejects.toThrow(/^canceled$/);
    expect(pause).not.toHaveBeenCalled();

    const other = set();
    other.ask.mockRejectedValue(new ServiceUnavailableError('No answer'));
    other.pause.mockImplementation(async (_milliseconds, signal) => {
      other.controller.abort(new Error('canceled'));
      signal?.throwIfAborted();
    });
    await expect(other.asking()).rejects.toThrow(/^canceled$/);
    expect(other.ask).toHaveBeenCalledTimes(1);
  });
});
