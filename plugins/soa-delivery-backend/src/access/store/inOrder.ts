import type { AccessKey } from './AccessEntry';

/**
 * Entries in one order for all who change several at once, so that two of them
 * never wait for each other. A database's own order is another one.
 */
export function inOrder<T extends Partial<AccessKey>>(keys: readonly T[]): T[] {
  return [...keys].sort((a, b) => {
    const [one, other] = [nameOf(a), nameOf(b)];
    return one < other ? -1 : Number(one > other);
  });
}

function nameOf({
  organization,
  account,
  workspace,
}: Partial<AccessKey>): string {
  return [organization, account, workspace].join('/');
}
