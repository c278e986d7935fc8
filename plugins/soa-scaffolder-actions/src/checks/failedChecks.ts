import type { Placement } from '@backstage-soa/plugin-soa-common';
import type { Check, Entry } from './Check';
import { bytesOf } from './bytesOf';
import { isFor } from './isFor';
import { overlapping } from './overlapping';

type Place = Pick<Placement, 'environment' | 'account' | 'region'> & {
  key: string;
};

/** What breaks a rule: names of entries, placements, or nothing that has a name. */
type Culprits = readonly string[] | undefined;

/** @returns the messages of the checks that do not hold */
export function failedChecks(
  checks: readonly Check[],
  placements: readonly Place[],
  productionEnvironments: readonly string[],
): string[] {
  const inProduction = placements.some(({ environment }) =>
    productionEnvironments.includes(environment),
  );
  return checks
    .filter(check => inProduction || !check.inProduction)
    .flatMap(check => {
      const culprits = culpritsOf(check, placements);
      return culprits ? [withCulprits(check.message, culprits)] : [];
    });
}

function withCulprits(message: string, culprits: readonly string[]): string {
  return culprits.length > 0
    ? `${message} Look at ${[...new Set(culprits)].join(', ')}.`
    : message;
}

function culpritsOf(check: Check, placements: readonly Place[]): Culprits {
  const { fails, names, bytes, atMost = Infinity, entries } = check;
  if (fails !== undefined) {
    return fails ? [] : undefined;
  }
  if (names) {
    return any(twiceIn(Object.values(names).flatMap(Object.keys)));
  }
  if (bytes !== undefined) {
    return bytesOf(bytes) > atMost ? [] : undefined;
  }
  return entries && any(culpritsAmong(entries, check, placements));
}

function culpritsAmong(
  entries: readonly Entry[],
  { ordered, differ, within, apart, ...check }: Check,
  placements: readonly Place[],
): string[] {
  if (ordered) {
    const [low, high] = ordered;
    return entries
      .filter(entry => Number(entry[low]) > Number(entry[high]))
      .map(entry => String(entry.name ?? `${entry[low]} and ${entry[high]}`));
  }
  if (differ) {
    const lists = within ? entries.map(entry => entry[within]) : [entries];
    return lists.flatMap(list =>
      twiceIn(((list ?? []) as Entry[]).map(entry => String(entry[differ]))),
    );
  }
  if (apart) {
    return notApart(entries, apart, placements);
  }
  return check.forEach ? miscounted(entries, check, placements) : [];
}

function miscounted(
  entries: readonly Entry[],
  { forEach, atLeast = 0, atMost = Infinity }: Check,
  placements: readonly Place[],
): string[] {
  const nameOf = (place: Place) =>
    forEach === 'environment' ? place.environment : place.key;
  return [...new Set(placements.map(nameOf))].filter(name => {
    const places = placements.filter(place => nameOf(place) === name);
    const { length } = entries.filter(entry =>
      places.some(place => isFor(entry, place)),
    );
    return length < atLeast || length > atMost;
  });
}

function notApart(
  entries: readonly Entry[],
  key: string,
  placements: readonly Place[],
): string[] {
  return overlapping(
    placements.map(place => ({
      name: place.key,
      range: entries.find(entry => isFor(entry, place))?.[key],
    })),
  ).map(({ name, range }) => `${name} (${range})`);
}

function twiceIn(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function any(culprits: string[]): Culprits {
  return culprits.length > 0 ? culprits : undefined;
}
