import { createHash } from 'node:crypto';

/**
 * The branch of a pull request: the same wish, made again, changes the same one.
 *
 * @param verb - what it does, such as `add-placements`
 * @param wish - what sets it apart
 */
export function branchName(verb: string, wish: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(wish)).digest('hex');
  return `soa/${verb}-${hash.slice(0, 10)}`;
}
