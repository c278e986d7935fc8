import { createHash } from 'node:crypto';

/** Letters and digits that depend on nothing but the parts given. */
export function token(length: number, ...parts: unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify(parts))
    .digest('base64')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, length)
    .padEnd(length, '0');
}

/** A UUID that depends on nothing but the parts given. */
export function uuid(...parts: unknown[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** A number from 0 to 1 that depends on nothing but the parts given. */
export function fraction(...parts: unknown[]): number {
  return (
    createHash('sha256').update(JSON.stringify(parts)).digest().readUInt32BE() /
    2 ** 32
  );
}
