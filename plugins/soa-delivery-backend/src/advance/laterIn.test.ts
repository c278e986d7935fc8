import { mockServices } from '@backstage/backend-test-utils';
import { laterIn } from './laterIn';

describe('laterIn', () => {
  const stopping = new AbortController();
  const logger = mockServices.logger.mock();
  const later = laterIn(stopping.signal, logger);

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('does something when it is time, and says if it fails', async () => {
    const act = jest.fn(() => Promise.reject(new Error('No database')));
    later(1_000, act);
    await jest.advanceTimersByTimeAsync(999);
    expect(act).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(act).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('No database'),
    );
  });

  it('does nothing once the backend stops', async () => {
    const act = jest.fn(async () => {});
    later(1_000, act);
    stopping.abort();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(act).not.toHaveBeenCalled();
  });
});
