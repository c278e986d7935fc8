import { isDeepStrictEqual } from 'node:util';
import type { HcpTerraformWorkspace } from '@backstage-soa/plugin-soa-node';
import { findAccessWorkspace } from '../findAccessWorkspace';
import type {
  AccessBatch,
  AccessEntry,
  AccessGrant,
  AccountRecord,
  EntryChange,
} from '../store';
import { findAccessVariable, readAccessMap } from '../variable';
import { failAll } from './failAll';
import { nextGroup } from './nextGroup';
import type { Progress, StepContext } from './StepContext';

/** What others have written may be anything, however long. */
const LONGEST_QUOTE = 300;

/**
 * Takes together all that is asked for in an account, for one run; what was in a
 * run that failed, with fewer others.
 */
export async function beginBatch(
  { account, failedRuns }: AccountRecord,
  context: StepContext,
): Promise<Progress> {
  const { client, componentRef, entries, newId, signal } = context;
  const requested = entries.filter(({ state }) => state === 'requested');
  if (requested.length === 0) {
    return {};
  }
  const looked = await findAccessWorkspace(client, {
    account,
    componentRef,
    signal,
  });
  if (looked.problem !== undefined) {
    return { entries: failAll(requested, looked.problem) };
  }
  const { workspace } = looked;
  if (isBare(workspace)) {
    throw new Error(
      `The access workspace ${workspace.name} has not been applied yet`,
    );
  }
  const read = readAccessMap(
    findAccessVariable(await client.listVariables(workspace.id, { signal })),
    workspace.name,
  );
  if ('problem' in read) {
    return { entries: failAll(requested, read.problem) };
  }
  const grants: AccessBatch['grants'] = {};
  const changes: EntryChange[] = [];
  const group = nextGroup(requested, failedRuns);
  const isForNobody = group.length === 0;
  for (const entry of group) {
    const grant: AccessGrant = {
      project: entry.project,
      runtime: entry.runtime,
    };
    // What is there and was never applied from here, somebody else wrote.
    const foreign = entry.applied ? undefined : read.map[entry.workspace];
    const isWanted = entry.wish === 'present';
    if (foreign !== undefined && !isDeepStrictEqual(foreign, grant)) {
      changes.push(
        ...(isWanted
          ? failAll([entry], takenBy(workspace, entry, foreign))
          : [gone(entry)]),
      );
      continue;
    }
    grants[entry.workspace] = isWanted ? grant : null;
    changes.push({
      workspace: entry.workspace,
      whenState: 'requested',
      // Whatever else is asked for meanwhile waits for the next run.
      whenRevision: entry.revision,
      // It was somebody's before, and stays if the run is refused.
      to: {
        state: 'running',
        ...(isWanted && foreign !== undefined && { applied: grant }),
      },
    });
  }
  return {
    ...((isForNobody || Object.keys(grants).length > 0) && {
      account: {
        step: 'writing',
        batch: { id: newId(), grants },
        workspaceId: workspace.id,
        workspaceName: workspace.name,
        // However that run ends, it is not repeated before others have failed; or
        // nobody is under suspicion any more.
        ...(failedRuns > 0 &&
          (isForNobody || requested.every(({ suspects }) => !suspects)) && {
            failedRuns: 0,
          }),
      },
    }),
    entries: changes,
  };
}

/** A host that counts nothing says nothing about it. */
function isBare(workspace: HcpTerraformWorkspace): boolean {
  return !workspace.currentStateVersionId && workspace.resourceCount === 0;
}

/** There is nothing from here to take away with it. */
function gone({ workspace, revision }: AccessEntry): EntryChange {
  return { workspace, whenState: 'requested', whenRevision: revision };
}

function takenBy(
  { name }: HcpTerraformWorkspace,
  entry: AccessEntry,
  foreign: unknown,
): string {
  return `The variable access of the access workspace ${name} holds ${JSON.stringify(
    foreign,
  ).slice(0, LONGEST_QUOTE)} for ${
    entry.workspace
  } already, which was not written from here and is another project or runtime than ${
    entry.project
  } and ${entry.runtime}: correct it there, or remove it`;
}
