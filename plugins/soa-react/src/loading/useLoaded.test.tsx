import { act, renderHook } from '@testing-library/react';
import { useLoaded } from './useLoaded';

/** A source whose answers are given by the test. */
function manualSource() {
  const calls: Array<{
    signal: AbortSignal;
    answer: (value: string) => Promise<void>;
    fail: (message: string) => Promise<void>;
  }> = [];
  const load = (signal: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      calls.push({
        signal,
        answer: value => act(async () => resolve(value)),
        fail: message => act(async () => reject(new Error(message))),
      });
    });
  return { calls, load };
}

const pass = (milliseconds: number) =>
  act(async () => jest.advanceTimersByTime(milliseconds));

describe('useLoaded', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('shows nothing of one key under another', async () => {
    const { calls, load } = manualSource();
    const { result, rerender } = renderHook(({ key }) => useLoaded(key, load), {
      initialProps: { key: 'a' },
    });
    expect(result.current.isLoading).toBe(true);
    await calls[0].answer('of a');
    expect(result.current).toMatchObject({ value: 'of a', isLoading: false });
    rerender({ key: 'b' });
    expect(result.current).toMatchObject({ value: undefined, isLoading: true });
    await calls[1].answer('of b');
    expect(result.current.value).toBe('of b');
  });

  it('lets go of a request whose answer nobody waits for', async () => {
    const { calls, load } = manualSource();
    const { result, rerender, unmount } = renderHook(
      ({ key }) => useLoaded(key, load),
      { initialProps: { key: 'a' } },
    );
    rerender({ key: 'b' });
    expect(calls[0].signal.aborted).toBe(true);
    await calls[0].answer('late');
    expect(result.current.value).toBeUndefined();
    unmount();
    expect(calls[1].signal.aborted).toBe(true);
  });

  it('waits for a slow answer before it asks again', async () => {
    const { calls, load } = manualSource();
    const { result } = renderHook(() => useLoaded('a', load, 1_000));
    await pass(10_000);
    expect(calls).toHaveLength(1);
    await calls[0].answer('slow');
    expect(result.current.value).toBe('slow');
    await pass(999);
    expect(calls).toHaveLength(1);
    await pass(1);
    expect(calls).toHaveLength(2);
  });

  it('stops when the value says so', async () => {
    const { calls, load } = manualSource();
    renderHook(() =>
      useLoaded('a', load, value => (value === 'end' ? undefined : 1_000)),
    );
    await calls[0].answer('running');
    await pass(1_000);
    await calls[1].answer('end');
    await pass(100_000);
    expect(calls).toHaveLength(2);
  });

  it('keeps the value through a failure, and waits ever longer', async () => {
    const { calls, load } = manualSource();
    const { result } = renderHook(() => useLoaded('a', load, 1_000));
    await calls[0].answer('first');
    await pass(1_000);
    await calls[1].fail('no');
    expect(result.current.value).toBe('first');
    expect(result.current.error?.message).toBe('no');
    await pass(1_999);
    expect(calls).toHaveLength(2);
    await pass(1);
    await calls[2].fail('no');
    await pass(3_999);
    expect(calls).toHaveLength(3);
    await pass(1);
    await calls[3].answer('again');
    expect(result.current).toMatchObject({ value: 'again', error: undefined });
  });

  it('does not ask while nobody looks at the page', async () => {
    const { calls, load } = manualSource();
    renderHook(() => useLoaded('a', load, 1_000));
    await calls[0].answer('first');
    const look = jest
      .spyOn(document, 'visibilityState', 'get')
      .mockReturnValue('hidden');
    await pass(60_000);
    expect(calls).toHaveLength(1);
    look.mockReturnValue('visible');
    await act(async () => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
    expect(calls).toHaveLength(2);
  });

  it('loads again when asked to', async () => {
    const { calls, load } = manualSource();
    const { result } = renderHook(() => useLoaded('a', load));
    await calls[0].fail('no');
    act(() => result.current.reload());
    await calls[1].answer('yes');
    expect(result.current).toMatchObject({ value: 'yes', error: undefined });
  });
});
