import { InputError } from '@backstage/errors';
import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';
import type { PlacementFile } from '../service';

/**
 * The placement whose settings a new one gets: one of the same environment, or of the
 * one that is named; in the same Region and account, if there is one.
 *
 * @param from - an environment or a key
 * @throws InputError if there is none
 */
export function chooseSource(
  { environment, region, account, key, cell }: ResolvedPlacement,
  files: readonly PlacementFile[],
  from: string | undefined,
): PlacementFile {
  const named = files.find(({ facts }) => facts.key === from);
  const candidates = files.filter(
    ({ facts }) => facts.environment === (from ?? environment),
  );
  const likeness = ({ facts }: PlacementFile) =>
    Number(facts.region === region) * 4 +
    Number(facts.account === account) * 2 +
    Number(facts.cell === cell);
  const [best] = [...candidates].sort(
    (one, other) => likeness(other) - likeness(one),
  );
  const found = named ?? best;
  if (!found) {
    const environments = [
      ...new Set(files.map(({ facts }) => facts.environment)),
    ].join(', ');
    throw new InputError(
      from === undefined
        ? `placements: the service does not run in ${environment} yet, so that there are no settings for ${key}: say from which environment they come, of ${environments}, as the template add-environment does`
        : `from: the service does not run in ${from}: choose one of ${environments}`,
    );
  }
  return found;
}
