import { InputError } from '@backstage/errors';
import type { AccountRecord } from '../store';
import {
  findAccessVariable,
  mergeAccess,
  readAccessMap,
  toAccessVariable,
} from '../variable';
import { IDLE } from './idle';
import type { Progress, StepContext } from './StepContext';

/**
 * Writes the batch into the access workspace's variable, or takes it out again.
 * What somebody else has written there stays. One replica does so at a time: what
 * another has read before a later batch would put that batch out again.
 *
 * @returns nothing while another one may be at it
 */
export async function writeVariable(
  record: AccountRecord,
  { client, entries, audited, keep, deadlines, now, signal }: StepContext,
): Promise<Progress> {
  if (deadlines.mayBeUnderWay(record.writeRequestedAt, now())) {
    return {};
  }
  await keep({ writeRequestedAt: now().toISOString() });
  const { step, workspaceId, workspaceName, batch } = record;
  const withdraw = step === 'withdrawing';
  const variable = findAccessVariable(
    await client.listVariables(workspaceId!, { signal }),
  );
  const read = readAccessMap(variable, workspaceName!);
  if ('problem' in read) {
    throw new InputError(read.problem);
  }
  const wanted = toAccessVariable(
    mergeAccess(read.map, entries, batch!, { withdraw }),
  );
  const asIs = toAccessVariable(read.map);
  if (!variable || wanted.value !== asIs.value || !variable.hcl) {
    await audited(withdraw ? 'access-withdraw' : 'access-write', () =>
      variable
        ? client.updateVariable(workspaceId!, variable.id, wanted, { signal })
        : client.createVariable(workspaceId!, wanted, { signal }),
    );
  }
  return {
    account: withdraw
      ? IDLE
      : { step: 'starting', writeRequestedAt: undefined },
  };
}
