import type { SandboxEnvironment } from '@backstage-soa/plugin-soa-common';
import type { SandboxRecord } from './store';

/** A sandbox environment as it is served to somebody. */
export function toSandboxEnvironment(
  record: SandboxRecord,
  options: { extendableUntil: string; mayApply: boolean; mayDestroy: boolean },
): SandboxEnvironment {
  const { componentRef, owner, requestedBy, state, createdAt, expiresAt } =
    record;
  const { extendableUntil, mayApply, mayDestroy } = options;
  return {
    componentRef,
    owner,
    requestedBy,
    state,
    createdAt,
    expiresAt,
    extendableUntil,
    rolloutId: record.rolloutId,
    message: record.message,
    mayExtend: mayApply && state === 'active' && expiresAt < extendableUntil,
    mayDelete: mayDestroy && state !== 'destroying',
  };
}
