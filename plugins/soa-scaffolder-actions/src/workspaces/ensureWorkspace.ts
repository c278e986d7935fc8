import type { HcpTerraformWorkspace } from '@backstage-soa/plugin-soa-node';
import { createWorkspace } from './createWorkspace';
import type { EnsuredWorkspace } from './EnsuredWorkspace';
import { planWorkspace } from './plan';
import type { WorkspaceStep } from './plan';
import { refuseForeign } from './reading';
import type { WantedWorkspace } from './wanted';
import type { Wiring } from './wiring';

/** What would be written, by real reads and without a write. */
export async function previewWorkspace(
  found: HcpTerraformWorkspace | undefined,
  wanted: WantedWorkspace,
  wiring: Wiring,
): Promise<EnsuredWorkspace> {
  const changes = (await planWorkspace(found, wanted, wiring)).map(
    ({ what }) => what,
  );
  if (!found) {
    return { id: '', effect: 'create', changes };
  }
  const effect = changes.length > 0 ? 'change' : 'nothing';
  return { id: found.id, effect, changes };
}

/**
 * Makes a workspace be as wanted. Doing it twice changes nothing.
 *
 * @param options - `record`: does the writes and keeps a record of them, with
 * what was done until then if they fail
 * @throws ConflictError if the workspace holds something else
 */
export async function ensureWorkspace(
  found: HcpTerraformWorkspace | undefined,
  wanted: WantedWorkspace,
  wiring: Wiring,
  options: {
    record: (
      changes: string[],
      write: () => Promise<EnsuredWorkspace>,
    ) => Promise<EnsuredWorkspace>;
  },
): Promise<EnsuredWorkspace> {
  const steps = await planWorkspace(found, wanted, wiring);
  if (found && steps.length === 0) {
    return { id: found.id, effect: 'nothing', changes: [] };
  }
  const changes: string[] = [];
  return options.record(changes, async () => {
    if (found) {
      const rest = await writeSteps(steps, found.id, changes, wiring);
      const effect = changes.length > 0 ? 'change' : 'nothing';
      return { id: found.id, effect, changes, ...rest };
    }
    const outcome = await createWorkspace(wanted.input, wiring);
    if ('created' in outcome) {
      const { id } = outcome.created;
      changes.push('created');
      const rest = await writeSteps(steps, id, changes, wiring);
      return { id, effect: 'create', changes: changes.slice(1), ...rest };
    }
    refuseForeign(outcome.found, wanted.input);
    const { id } = outcome.found;
    const rest = await writeSteps(
      await planWorkspace(outcome.found, wanted, wiring),
      id,
      changes,
      wiring,
    );
    return { id, effect: 'change', changes, ...rest };
  });
}

async function writeSteps(
  steps: readonly WorkspaceStep[],
  workspaceId: string,
  changes: string[],
  { signal }: Wiring,
): Promise<Pick<EnsuredWorkspace, 'without'>> {
  const without: string[] = [];
  for (const { what, write } of steps) {
    signal?.throwIfAborted();
    const refused = await write(workspaceId);
    if (refused) {
      without.push(refused.without);
    } else {
      changes.push(what);
    }
  }
  return without.length > 0 ? { without } : {};
}
