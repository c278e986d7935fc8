import { createHash } from 'node:crypto';
import { redact } from './redact';

/**
 * What is kept of a record that is not understood. In text that is no JSON,
 * nobody can tell secrets from the rest: it stays where it is, and what is kept
 * is enough to find it there.
 */
export function toRejected(value: unknown): unknown {
  return typeof value === 'string'
    ? {
        length: value.length,
        sha256: createHash('sha256').update(value).digest('hex'),
      }
    : redact(value);
}
