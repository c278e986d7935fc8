const DIRECTIONS: Record<string, string> = {
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
  central: 'c',
  northeast: 'ne',
  northwest: 'nw',
  southeast: 'se',
  southwest: 'sw',
};

/**
 * A short name for an AWS Region, for use in names of limited length:
 * `us-east-1` → `use1`, `ap-northeast-1` → `apne1`,
 * `us-gov-west-1` → `usgovw1`, `global` → `global`.
 *
 * No two Regions of AWS share a short code: a part that is not a known direction
 * is kept whole.
 *
 * @public
 */
export function regionShortCode(region: string): string {
  return region
    .split('-')
    .map(part => DIRECTIONS[part] ?? part)
    .join('');
}
