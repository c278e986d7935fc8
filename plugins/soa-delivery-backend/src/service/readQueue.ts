import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { RolloutQueue } from '@backstage-soa/plugin-soa-common';
import type { AccountTurns } from '../locks';
import type { RolloutRecord } from '../store';
import type { RolloutAccess } from './RolloutAccess';

/**
 * Where an exclusive rollout stands in the queue for an account; `undefined` for one
 * that does not wait in any.
 */
export async function readQueue(
  rollout: RolloutRecord,
  {
    turns,
    access,
    credentials,
  }: {
    turns: Pick<AccountTurns, 'waitsFor'>;
    access: Pick<RolloutAccess, 'readable'>;
    credentials: BackstageCredentials;
  },
): Promise<RolloutQueue | undefined> {
  if (!rollout.exclusive || rollout.endedAt) {
    return undefined;
  }
  const lock = await turns.waitsFor(rollout);
  if (!lock) {
    return undefined;
  }
  const { target, ahead, holder } = lock;
  const readable = await access.readable(
    holder ? [holder.componentRef] : [],
    credentials,
  );
  return {
    account: target.id,
    ahead,
    ...(holder &&
      readable.has(holder.componentRef) && { holder: holder.componentRef }),
  };
}
