import { useCallback, useEffect, useRef, useState } from 'react';
import { whenVisible } from './whenVisible';

const LONGEST_WAIT_MS = 60_000;

/**
 * What has been loaded, or why not.
 *
 * @public
 */
export interface Loaded<T> {
  /** The newest value; it stays while a newer one is being loaded. */
  value?: T;
  error?: Error;
  isLoading: boolean;
  reload: () => void;
}

/**
 * Loads when the key changes, and again every so often: the wait begins when an
 * answer is there, doubles with every failure up to a minute, and lasts while
 * nobody looks at the page.
 *
 * @param key - what the value depends on
 * @param pollEvery - milliseconds, or undefined to load no more; may depend on
 *   the newest value
 * @public
 */
export function useLoaded<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  pollEvery?: number | ((value: T | undefined) => number | undefined),
): Loaded<T> {
  const [state, setState] = useState<{
    key: string;
    value?: T;
    error?: Error;
  }>();
  const [round, setRound] = useState(0);
  const failures = useRef(0);
  const reload = useCallback(() => setRound(before => before + 1), []);

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const loadAgain = (value: T | undefined) => {
      const wait =
        typeof pollEvery === 'function' ? pollEvery(value) : pollEvery;
      if (wait === undefined) {
        return;
      }
      const longer = Math.min(wait * 2 ** failures.current, LONGEST_WAIT_MS);
      const timer = setTimeout(
        () => whenVisible(reload, signal),
        Math.max(wait, longer),
      );
      signal.addEventListener('abort', () => clearTimeout(timer));
    };
    load(signal).then(
      value => {
        if (!signal.aborted) {
          failures.current = 0;
          setState({ key, value });
          loadAgain(value);
        }
      },
      error => {
        if (!signal.aborted) {
          failures.current += 1;
          setState(before => ({
            key,
            value: before?.key === key ? before.value : undefined,
            error,
          }));
          loadAgain(undefined);
        }
      },
    );
    return () => controller.abort();
    // The key stands for all that `load` and `pollEvery` depend on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, round]);

  const isCurrent = state?.key === key;
  return {
    value: isCurrent ? state.value : undefined,
    error: isCurrent ? state.error : undefined,
    isLoading: !isCurrent,
    reload,
  };
}
