import { ConflictError } from '@backstage/errors';
import type { AccountTagNames } from '@backstage-soa/plugin-soa-node';

/**
 * The tags to write to an account. What services may already build on is never
 * taken away: runtimes and Regions come to those that are there.
 *
 * @param isNew - whether it was made for this request just now
 * @throws ConflictError for an account that is somebody else's, or for another
 * environment
 */
export function tagChanges(
  wanted: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>>,
  names: AccountTagNames,
  { account, isNew }: { account: string; isNew: boolean },
): Record<string, string> {
  const owner = given[names.owner];
  if (!isNew && owner !== wanted[names.owner]) {
    throw new ConflictError(
      `name: there is an account ${account} with this e-mail address already, and ${
        owner ? `it is ${owner}'s` : `no tag ${names.owner} says whose it is`
      }: choose another name, or have the tag ${
        names.owner
      } of that account set to ${wanted[names.owner]}`,
    );
  }
  const environment = given[names.environment];
  if (environment && environment !== wanted[names.environment]) {
    throw new ConflictError(
      `environment: the account ${account} is for ${environment}, and stays so: choose ${environment}, or another name`,
    );
  }
  const lists = [names.runtimes, names.regions];
  return Object.fromEntries(
    Object.entries(wanted)
      .map(([key, value]) => [
        key,
        lists.includes(key) ? joined(given[key], value) : value,
      ])
      .filter(([key, value]) => given[key] !== value),
  );
}

function joined(given: string | undefined, wanted: string): string {
  const all = [...(given ?? '').split(/\s+/), ...wanted.split(/\s+/)];
  const list = [...new Set(all.filter(item => item !== ''))];
  // As it is written, if there is nothing to add.
  return given !== undefined &&
    wanted.split(/\s+/).every(item => given.split(/\s+/).includes(item))
    ? given
    : list.join(' ');
}
