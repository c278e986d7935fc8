import type { AccountBaseline } from '@backstage-soa/plugin-soa-common';
import type { WorkspaceIndex } from '../snapshot';
import type { InventoryStore } from '../store';

// What the module `account-baseline` gives out.
const VERSION = 'baseline_version';

/**
 * The baseline that an account was given, as a workspace of its platform gives it out.
 *
 * @returns `undefined` where none does
 */
export async function readBaseline(options: {
  accountId: string;
  workspaces: WorkspaceIndex;
  store: Pick<InventoryStore, 'outputsOf'>;
}): Promise<Required<AccountBaseline> | undefined> {
  const { accountId, workspaces, store } = options;
  const candidates = workspaces
    .placed({ accountId })
    .filter(({ placement }) => placement.runtime === 'platform');
  const outputs = await store.outputsOf(candidates.map(({ id }) => id));
  for (const { id, name, url, entityRef } of candidates) {
    const version = outputs
      .get(id)
      ?.find(output => output.name === VERSION)?.value;
    if (typeof version === 'string') {
      return { version, workspace: { id, name, url, entityRef } };
    }
  }
  return undefined;
}
