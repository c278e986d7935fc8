import { ConflictError } from '@backstage/errors';
import { RefreshSoon } from './RefreshSoon';

function setUp() {
  const triggerTask = jest.fn<Promise<void>, [string]>();
  const warn = jest.fn();
  const stop = new AbortController();
  const waits: Array<() => void> = [];
  const soon = new RefreshSoon({
    taskId: 'soa-organization:refresh',
    scheduler: { triggerTask },
    logger: { warn },
    signal: stop.signal,
    pause: (_, signal) =>
      new Promise((resolve, reject) => {
        waits.push(resolve);
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
  });
  const pass = async () => {
    waits.shift()!();
    await new Promise(setImmediate);
  };
  return { soon, triggerTask, warn, stop, waits, pass };
}

describe('RefreshSoon', () => {
  it('runs the task once for many changes', async () => {
    const { soon, triggerTask, pass } = setUp();
    const asked = [soon.ask(), soon.ask(), soon.ask()];
    expect(triggerTask).not.toHaveBeenCalled();
    await pass();
    await Promise.all(asked);
    expect(triggerTask.mock.calls).toEqual([['soa-organization:refresh']]);
  });

  it('runs it again for what has changed while it ran', async () => {
    const { soon, triggerTask, pass } = setUp();
    triggerTask.mockRejectedValueOnce(new ConflictError('is running'));
    const asked = soon.ask();
    await pass();
    expect(triggerTask).toHaveBeenCalledTimes(1);
    await pass();
    await asked;
    expect(triggerTask).toHaveBeenCalledTimes(2);
    const later = soon.ask();
    await pass();
    await later;
    expect(triggerTask).toHaveBeenCalledTimes(3);
  });

  it('leaves it to the schedule where it cannot', async () => {
    const { soon, triggerTask, warn, pass } = setUp();
    triggerTask.mockRejectedValueOnce(new Error('no database'));
    const asked = soon.ask();
    await pass();
    await asked;
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('no database'));
  });

  it('ends with the backend, without a word', async () => {
    const { soon, triggerTask, warn, stop } = setUp();
    const asked = soon.ask();
    stop.abort();
    await asked;
    expect(triggerTask).not.toHaveBeenCalled();
    expect(warn).not.toHaveBeenCalled();
  });
});
