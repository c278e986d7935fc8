import type { AccountBaseline } from '@backstage-soa/plugin-soa-common';
import type { WorkspaceIndex } from '../snapshot';
import type { InventoryStore } from '../store';

// What the module `account-baseline` gives out.
const VERSION = 'baseline_version';
const GUARDRAILS = 'guardrails';
// Whoever writes outputs must not fill somebody else's page.
const MOST_GUARDRAILS = 50;

/**
 * The baseline that an account was given, as a workspace of its platform gives it out.
 *
 * @returns `undefined` where none does
 */
export async function readBaseline(options: {
  accountId: string;
  workspaces: WorkspaceIndex;
  store: Pick<InventoryStore, 'outputsOf'>;
}): Promise<
  (AccountBaseline & Required<Pick<AccountBaseline, 'workspace'>>) | undefined
> {
  const { accountId, workspaces, store } = options;
  const candidates = workspaces
    .placed({ accountId })
    .filter(({ placement }) => placement.runtime === 'platform');
  const outputs = await store.outputsOf(candidates.map(({ id }) => id));
  for (const { id, name, url, entityRef } of candidates) {
    const valueOf = (wanted: string) =>
      outputs.get(id)?.find(output => output.name === wanted)?.value;
    const version = valueOf(VERSION);
    const guardrails = valueOf(GUARDRAILS);
    if (typeof version === 'string') {
      return {
        version,
        ...(Array.isArray(guardrails) && {
          guardrails: guardrails
            .filter((rail): rail is string => typeof rail === 'string')
            .slice(0, MOST_GUARDRAILS),
        }),
        workspace: { id, name, url, entityRef },
      };
    }
  }
  return undefined;
}
