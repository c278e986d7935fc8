import { ConflictError } from '@backstage/errors';
import type { SandboxRecord } from './store';

/** @throws ConflictError where one is being destroyed */
export function refuseEnding(record: SandboxRecord | undefined): void {
  if (record && record.state !== 'active') {
    throw new ConflictError(
      `${record.componentRef} is being destroyed: wait until it is gone`,
    );
  }
}
