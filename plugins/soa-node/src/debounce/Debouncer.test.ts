import { Debouncer } from './Debouncer';
import { triggerSoon } from './triggerSoon';

describe('Debouncer', () => {
  const act = jest.fn(async (_key: string): Promise<boolean | void> => {});
  const onError = jest.fn();
  let debouncer: Debouncer;

  const pass = (milliseconds: number) =>
    jest.advanceTimersByTimeAsync(milliseconds);
  const keys = () => act.mock.calls.map(([key]) => key);

  beforeEach(() => {
    jest.useFakeTimers();
    jest.clearAllMocks();
    act.mockImplementation(async () => {});
    debouncer = new Debouncer(act, { delay: 10, rest: 100, onError });
  });

  afterEach(() => {
    debouncer.stop();
    jest.useRealTimers();
  });

  it('acts once for all that ask within the delay, and each key by itself', async () => {
    ['a', 'a', 'b', 'a'].forEach(key => debouncer.request(key));
    expect(keys()).toEqual([]);
    await pass(10);
    expect(keys()).toEqual(['a', 'b']);
    await pass(1_000);
    expect(keys()).toEqual(['a', 'b']);
  });

  it('rests, and then acts for what has asked meanwhile', async () => {
    debouncer.request('a');
    await pass(10);
    debouncer.request('a');
    debouncer.request('a');
    await pass(99);
    expect(keys()).toEqual(['a']);
    await pass(1);
    expect(keys()).toEqual(['a', 'a']);
    await pass(100);
    debouncer.request('a');
    await pass(10);
    expect(keys()).toHaveLength(3);
  });

  it('acts again for what asks while it acts', async () => {
    let end = () => {};
    act.mockImplementationOnce(
      () => new Promise<void>(resolve => (end = resolve)),
    );
    debouncer.request('a');
    await pass(10);
    debouncer.request('a');
    await pass(1_000);
    expect(keys()).toHaveLength(1);
    end();
    await pass(100);
    expect(keys()).toHaveLength(2);
  });

  it('says what went wrong, and goes on', async () => {
    act.mockRejectedValueOnce(new Error('down'));
    debouncer.request('a');
    await pass(10);
    expect(onError).toHaveBeenCalledWith('a', expect.any(Error));
    debouncer.request('a');
    await pass(100);
    expect(keys()).toHaveLength(2);
  });

  it('does nothing once it is stopped', async () => {
    debouncer.request('a');
    debouncer.stop();
    debouncer.request('b');
    await pass(1_000);
    expect(act).not.toHaveBeenCalled();
  });

  describe('triggerSoon', () => {
    const scheduler = { triggerTask: jest.fn(async () => {}) };
    const logger = { warn: jest.fn() };

    it('waits for the run that is under way', async () => {
      const conflict = Object.assign(new Error('runs'), {
        name: 'ConflictError',
      });
      scheduler.triggerTask.mockRejectedValueOnce(conflict);
      const tasks = triggerSoon({ scheduler, logger, delay: 10 });
      tasks.request('t');
      await pass(10);
      await pass(30_000);
      await pass(60_000);
      expect(scheduler.triggerTask.mock.calls).toEqual([['t'], ['t']]);
      expect(logger.warn).not.toHaveBeenCalled();
      tasks.stop();
    });

    it('says what cannot be triggered', async () => {
      scheduler.triggerTask.mockRejectedValueOnce(new Error('no such task'));
      const tasks = triggerSoon({ scheduler, logger, delay: 10 });
      tasks.request('t');
      await pass(10);
      expect(logger.warn).toHaveBeenCalledWith(
        'task t waits for its next turn: Error: no such task',
      );
      tasks.stop();
    });
  });
});
