import { useState } from 'react';

/**
 * Something that is sent when a button is pressed: under way, or why it failed.
 *
 * @public
 */
export interface Sending {
  send: () => void;
  isSending: boolean;
  error?: Error;
}

/**
 * Sends one thing at a time, and keeps the error of the last that failed.
 *
 * @public
 */
export function useSending(post: () => Promise<void>): Sending {
  const [state, setState] = useState<{ isSending: boolean; error?: Error }>({
    isSending: false,
  });
  return {
    ...state,
    send: () => {
      if (state.isSending) {
        return;
      }
      setState({ isSending: true });
      post().then(
        () => setState({ isSending: false }),
        error => setState({ isSending: false, error }),
      );
    },
  };
}
