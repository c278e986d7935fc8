import type { RolloutState } from '@backstage-soa/plugin-soa-common';
import type { Draft } from './Draft';
import { endMessage } from './endMessage';

/** Ends a rollout, and says what was and was not done. */
export function end(draft: Draft, state: RolloutState): void {
  const message = endMessage(draft.rollout, state);
  draft.set({ state, message });
  draft.tell({ kind: 'ended', comment: message });
}
