import { useCallback, useEffect, useState } from 'react';

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
 * Loads when the key changes, and again every so often.
 *
 * @param key - what the value depends on
 * @param pollEvery - milliseconds, or undefined to load once
 * @public
 */
export function useLoaded<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  pollEvery?: number,
): Loaded<T> {
  const [state, setState] = useState<{
    key: string;
    value?: T;
    error?: Error;
  }>();
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound(before => before + 1), []);

  useEffect(() => {
    const controller = new AbortController();
    load(controller.signal).then(
      value => {
        if (!controller.signal.aborted) {
          setState({ key, value });
        }
      },
      error => {
        if (!controller.signal.aborted) {
          setState(before => ({
            key,
            value: before?.key === key ? before.value : undefined,
            error,
          }));
        }
      },
    );
    return () => controller.abort();
    // The key stands for all that `load` depends on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, round]);

  useEffect(() => {
    if (pollEvery === undefined) {
      return undefined;
    }
    const timer = setInterval(reload, pollEvery);
    return () => clearInterval(timer);
  }, [pollEvery, reload]);

  const isCurrent = state?.key === key;
  return {
    value: isCurrent ? state.value : undefined,
    error: isCurrent ? state.error : undefined,
    isLoading: !isCurrent,
    reload,
  };
}
