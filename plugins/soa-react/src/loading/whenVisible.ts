/** Calls back now, or as soon as somebody looks at the page again. */
export function whenVisible(callback: () => void, signal: AbortSignal): void {
  if (document.visibilityState === 'visible') {
    callback();
    return;
  }
  const stop = () => document.removeEventListener('visibilitychange', changed);
  function changed() {
    if (document.visibilityState === 'visible') {
      stop();
      callback();
    }
  }
  document.addEventListener('visibilitychange', changed);
  signal.addEventListener('abort', stop);
}
