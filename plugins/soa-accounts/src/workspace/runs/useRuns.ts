import { useCallback, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  WorkspaceRunItem,
  WorkspaceRuns,
} from '@backstage-soa/plugin-soa-common';
import { soaAccountsApiRef, useLoaded } from '@backstage-soa/plugin-soa-react';
import type { Loaded } from '@backstage-soa/plugin-soa-react';
import { isGoingOn } from './isGoingOn';
import { mergeRuns } from './mergeRuns';

// HCP Terraform allows 30 lists a minute for all who look; runs are not counted.
const LIST_MS = 60_000;
const BUSY_MS = 3_000;
const WAITING_MS = 10_000;
const FOLLOWED_AT_MOST = 5;

function isBusy({ state }: WorkspaceRunItem): boolean {
  return state === 'planning' || state === 'applying';
}

/** The runs of a workspace, live. */
export interface Runs {
  loaded: Loaded<WorkspaceRuns>;
  /** The newest first, as far as they are known by now. */
  items: WorkspaceRunItem[];
  /** What goes on could not be looked at. */
  followed: Loaded<WorkspaceRunItem[]>;
  /** Takes note of what has just become of a run. */
  note: (run: WorkspaceRunItem) => void;
}

/** Lists runs, and follows those that go on one by one. */
export function useRuns(workspaceId: string): Runs {
  const api = useApi(soaAccountsApiRef);
  const [known, setKnown] = useState<ReadonlyMap<string, WorkspaceRunItem>>(
    new Map(),
  );
  const note = useCallback(
    (...runs: WorkspaceRunItem[]) =>
      setKnown(
        before =>
          new Map([...before, ...runs.map(run => [run.id, run] as const)]),
      ),
    [],
  );
  const loaded = useLoaded(
    workspaceId,
    signal => api.listRuns(workspaceId, signal),
    LIST_MS,
  );
  const items = mergeRuns(loaded.value?.items ?? [], known);
  const ids = items
    .filter(isGoingOn)
    .slice(0, FOLLOWED_AT_MOST)
    .map(({ id }) => id);
  const followed = useLoaded(
    ids.join(' '),
    async signal => {
      const runs = await Promise.all(ids.map(id => api.getRun(id, signal)));
      if (!signal.aborted && runs.length > 0) {
        note(...runs);
      }
      return runs;
    },
    runs => {
      if (ids.length === 0) {
        return undefined;
      }
      return runs?.some(isBusy) ? BUSY_MS : WAITING_MS;
    },
  );
  return { loaded, items, followed, note };
}
