import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { TARGET_GROUPS } from './targetGroup';
import type { TargetGroup } from './targetGroup';

/** Of which placements the table is; all that is absent are shown. */
export interface TargetsChoice {
  wave?: string;
  group?: TargetGroup;
  choose: (change: { wave?: string; group?: string }) => void;
}

/** Which placements are shown, kept in the URL so that it can be shared. */
export function useTargetsChoice(): TargetsChoice {
  const [search, setSearch] = useSearchParams();
  const choose = useCallback(
    (change: { wave?: string; group?: string }) =>
      setSearch(
        before => {
          const next = new URLSearchParams(before);
          for (const [key, value] of Object.entries(change)) {
            if (value === undefined) {
              next.delete(key);
            } else {
              next.set(key, value);
            }
          }
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return {
    wave: search.get('wave') ?? undefined,
    group: TARGET_GROUPS.find(group => group === search.get('group')),
    choose,
  };
}
