import { useState } from 'react';

/** Something that is sent when a button is pressed: under way, or why it failed. */
export interface Sending<T> {
  send: (what: T) => void;
  /** What is on its way. */
  sending?: T;
  error?: Error;
}

/** Sends one thing at a time, and keeps the error of the last that failed. */
export function useSending<T>(post: (what: T) => Promise<void>): Sending<T> {
  const [state, setState] = useState<{ sending?: T; error?: Error }>({});
  return {
    ...state,
    send: what => {
      setState({ sending: what });
      post(what).then(
        () => setState({}),
        error => setState({ error }),
      );
    },
  };
}
