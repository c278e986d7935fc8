import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { ROLLOUT_STATES } from '@backstage-soa/plugin-soa-common';
import type { RolloutState } from '@backstage-soa/plugin-soa-common';

/** What is chosen in the filters of the list. */
export interface RolloutFilterValues {
  state?: RolloutState;
  /** The entity reference of a component. */
  service?: string;
  isMine: boolean;
}

/** The filters of the list, kept in the URL so that they can be shared. */
export function useRolloutFilters() {
  const [search, setSearch] = useSearchParams();
  const values: RolloutFilterValues = {
    state: ROLLOUT_STATES.find(state => state === search.get('state')),
    service: search.get('service') ?? undefined,
    isMine: search.get('initiator') === 'me',
  };
  const set = useCallback(
    (key: 'state' | 'service' | 'initiator', value: string | undefined) =>
      setSearch(
        before => {
          const next = new URLSearchParams(before);
          if (value === undefined) {
            next.delete(key);
          } else {
            next.set(key, value);
          }
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return { values, set };
}
