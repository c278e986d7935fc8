import { withDeadline } from './withDeadline';

const late = () => new Error('too late');

describe('withDeadline', () => {
  it('gives what is there in time', async () => {
    const { signal: deadline } = new AbortController();
    await expect(
      withDeadline(async () => 'done', { deadline, late }),
    ).resolves.toBe('done');
    await expect(
      withDeadline(() => Promise.reject(new Error('no')), { deadline, late }),
    ).rejects.toThrow('no');
  });

  it.each([
    ['listens', (signal: AbortSignal) => listening(signal)],
    ['does not listen', () => new Promise<never>(() => {})],
  ])('ends work that %s', async (_, work) => {
    const time = new AbortController();
    const outcome = withDeadline(work, { deadline: time.signal, late });
    time.abort();
    await expect(outcome).rejects.toThrow('too late');
  });

  it('says why nobody wants it any more', async () => {
    const wanted = new AbortController();
    const outcome = withDeadline(listening, {
      deadline: new AbortController().signal,
      signal: wanted.signal,
      late,
    });
    wanted.abort(new Error('shutting down'));
    await expect(outcome).rejects.toThrow('shutting down');
  });

  it('does not begin what nobody wants', async () => {
    const work = jest.fn(async () => {});
    await expect(
      withDeadline(work, {
        deadline: new AbortController().signal,
        signal: AbortSignal.abort(new Error('shutting down')),
        late,
      }),
    ).rejects.toThrow('shutting down');
    expect(work).not.toHaveBeenCalled();
  });
});

function listening(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}
