import type {
  SandboxCreation,
  SandboxEnvironment,
} from '@backstage-soa/plugin-soa-common';
import type { SandboxRecord } from './store';

/** A sandbox environment as it is served to somebody. */
export function toSandboxEnvironment(
  record: SandboxRecord,
  options: {
    extendableUntil: string;
    mayApply: boolean;
    mayDestroy: boolean;
    creation?: SandboxCreation;
  },
): SandboxEnvironment {
  const { componentRef, owner, requestedBy, state, createdAt, expiresAt } =
    record;
  const { extendableUntil, mayApply, mayDestroy, creation } = options;
  return {
    componentRef,
    owner,
    requestedBy,
    state,
    creation,
    createdAt,
    expiresAt,
    extendableUntil,
    rolloutId: record.rolloutId,
    message: record.message,
    mayExtend: mayApply && state === 'active' && expiresAt < extendableUntil,
    mayDelete: mayDestroy && state !== 'destroying',
  };
}
