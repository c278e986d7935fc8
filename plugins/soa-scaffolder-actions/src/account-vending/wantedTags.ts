import { InputError } from '@backstage/errors';
import type { AccountTagNames } from '@backstage-soa/plugin-soa-node';
import type { AccountWish } from './AccountWish';
import { isTagValue } from './tagRules';

/**
 * The tags of an account, by which the inventory knows what it is for.
 *
 * @param names - which tag says what
 * @param others - tags of every account; those that say what it is for go first
 * @throws InputError for what AWS does not take as a tag
 */
export function wantedTags(
  wish: AccountWish,
  names: AccountTagNames,
  others: Readonly<Record<string, string>>,
): Record<string, string> {
  // Values of tags hold no commas.
  const facts: Array<[keyof AccountTagNames, string | undefined]> = [
    ['environment', wish.environment],
    ['runtimes', wish.runtimes.join(' ')],
    ['regions', wish.regions.join(' ')],
    ['owner', wish.owner],
    ['businessUnit', wish.businessUnit],
    ['allowedOwners', wish.allowedOwners?.join(' ')],
  ];
  const tags: Record<string, string> = { ...others };
  for (const [input, value] of facts) {
    if (value !== undefined && !isTagValue(value)) {
      throw new InputError(
        `${input}: AWS does not take "${value}" as a tag: use at most 256 letters, digits, spaces and _.:/=+-@`,
      );
    }
    if (value) {
      tags[names[input]] = value;
    }
  }
  return tags;
}
