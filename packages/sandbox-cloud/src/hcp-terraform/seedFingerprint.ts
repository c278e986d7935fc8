import { createHash } from 'node:crypto';
import { initialHcpState } from './initialHcpState';

/** Another one whenever something else was always there. */
export function seedFingerprint(): string {
  return createHash('sha256')
    .update(JSON.stringify(initialHcpState(0)))
    .digest('hex');
}
