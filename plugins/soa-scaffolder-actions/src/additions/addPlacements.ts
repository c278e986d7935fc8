import { InputError } from '@backstage/errors';
import {
  parsePlacements,
  placementIdentity,
} from '@backstage-soa/plugin-soa-common';
import type {
  ResolvedPlacement,
  RolloutPlan,
} from '@backstage-soa/plugin-soa-common';
import { declaredIn, withPlacements } from '../catalog-info';
import type { Change } from '../changes';
import { CHECKSUMS, withChecksum } from '../checksums';
import { withJsonValue } from '../files';
import { placementFile, withPlacementRuns } from '../render';
import type { ServiceDescription } from '../render';
import { PLACEMENTS } from '../service';
import type { PlacementFile, Service } from '../service';
import { chooseSource } from './chooseSource';
import { placeBound } from './placeBound';

/** What it takes for a service to run in more places. */
export interface Addition {
  changes: Change[];
  /** What people should look at, as sentences. */
  notes: string[];
  /** What is rolled out: what is added, after what has to make room for it. */
  placements: ResolvedPlacement[];
  /** Of their rollout. */
  plan?: RolloutPlan;
}

type Facts = Pick<
  ServiceDescription,
  'productionEnvironments' | 'permissionsBoundary' | 'hostname' | 'consumes'
>;

const TESTS = 'infra/tests/placements.tftest.hcl';
const MAIN = 'infra/main.tf';

/**
 * Adds placements to a service's repository. What is there already stays, but for what
 * placements of one environment know of each other.
 *
 * @param wish - `from`: whose settings they get, an environment or a key;
 *   `settings`: what is otherwise
 * @throws InputError if the repository has something else in a new one's place
 */
export function addPlacements(
  service: Service,
  wish: Facts & {
    placements: readonly ResolvedPlacement[];
    from?: string;
    settings: Readonly<Record<string, unknown>>;
  },
): Addition {
  const { files, catalogInfo, name, componentRef, owner } = service;
  const byIdentity = new Map(
    service.placements.map(file => [placementIdentity(file.facts), file]),
  );
  const added = wish.placements.filter(placement => {
    const there = byIdentity.get(placementIdentity(placement));
    refuseOther(placement, there, service);
    return !there;
  });
  const notes: string[] = [];
  const everywhere = [
    ...service.placements.map(({ facts }) => facts),
    ...added,
  ];
  const changes: Change[] = added.map(placement => {
    const source = chooseSource(placement, service.placements, wish.from);
    const settings = withoutNull({
      ...source.facts.settings,
      ...wish.settings,
    });
    notes.push(...placeBound(source.facts, placement, settings));
    const text = placementFile(
      {
        ...wish,
        name,
        componentRef,
        owner,
        settings,
        needs: source.facts.needs as ServiceDescription['needs'],
        placements: everywhere.map(one => ({ ...one, accountName: '' })),
      },
      placement,
    );
    return {
      path: `${PLACEMENTS}${placement.key}.json`,
      // What somebody has added to the file that it is copied from.
      after: `${JSON.stringify(
        { ...othersIn(source, text), ...JSON.parse(text) },
        undefined,
        2,
      )}\n`,
    };
  });
  const siblings = siblingsOf(service, wish.placements);
  for (const { path, text, facts } of siblings) {
    changes.push({
      path,
      before: text,
      after: facts.regions
        ? withJsonValue(text, ['regions'], regionsBeside(facts, everywhere))
        : text,
    });
  }
  changes.push(
    catalogInfoChange(files.get(catalogInfo)!, catalogInfo, name, wish),
  );
  const keys = added.map(({ key }) => key);
  const tests = files.get(TESTS);
  if (tests !== undefined && keys.length > 0) {
    const after = withPlacementRuns(tests, keys);
    changes.push(
      { path: TESTS, before: tests, after },
      ...withChecksum(files.get(CHECKSUMS), TESTS, tests, after),
    );
  }
  // Only a module that is told of the other Regions changes with them.
  const readsRegions = /\blocal\.p\.regions\b/.test(files.get(MAIN) ?? '');
  const before = readsRegions
    ? siblings.map(({ facts }) => resolved(facts))
    : [];
  return {
    changes,
    notes,
    placements: [...before, ...wish.placements],
    ...(before.length > 0 && { plan: firstTo(before) }),
  };
}

/** Each environment begins with those that make room. */
function firstTo(before: readonly ResolvedPlacement[]): RolloutPlan {
  const environments = new Set(before.map(({ environment }) => environment));
  return {
    stages: [...environments].map(environment => ({
      environment,
      waves: [
        {
          keys: before
            .filter(one => one.environment === environment)
            .map(({ key }) => key),
        },
      ],
    })),
  };
}

function refuseOther(
  placement: ResolvedPlacement,
  there: PlacementFile | undefined,
  { placements }: Service,
): void {
  const { key, workspace } = placement;
  if (
    there &&
    (there.facts.key !== key || there.facts.workspace !== workspace)
  ) {
    throw new InputError(
      `placements: ${there.path} is ${key} already, with the workspace ${there.facts.workspace}: leave it out`,
    );
  }
  const other = placements.find(({ facts }) => facts.key === key);
  if (!there && other) {
    throw new InputError(
      `placements: ${
        other.path
      } is there already, and is of ${placementIdentity(
        other.facts,
      )}, which somebody has added meanwhile: run this again`,
    );
  }
}

/** Those of the same environments that are there and are not asked for. */
function siblingsOf(
  { placements }: Service,
  wanted: readonly ResolvedPlacement[],
): PlacementFile[] {
  const identities = new Set(wanted.map(placementIdentity));
  return placements.filter(
    ({ facts }) =>
      !identities.has(placementIdentity(facts)) &&
      wanted.some(
        one => one.environment === facts.environment && one.cell === facts.cell,
      ),
  );
}

function regionsBeside(
  { environment, cell }: { environment: string; cell?: string },
  all: ReadonlyArray<{ environment: string; cell?: string; region: string }>,
): string[] {
  const regions = all
    .filter(one => one.environment === environment && one.cell === cell)
    .map(({ region }) => region);
  return [...new Set(regions)].sort();
}

function catalogInfoChange(
  before: string,
  path: string,
  name: string,
  { placements }: { placements: readonly ResolvedPlacement[] },
): Change {
  const declared = new Set(
    parsePlacements(declaredIn(before, name) ?? []).placements.map(
      placementIdentity,
    ),
  );
  const missing = placements.filter(
    placement => !declared.has(placementIdentity(placement)),
  );
  return { path, before, after: withPlacements(before, name, missing) };
}

/** What a file has beside all that a placement's file has. */
function othersIn({ text }: PlacementFile, ours: string): object {
  const known = [
    ...Object.keys(JSON.parse(ours)),
    ...['cell', 'consumes', 'hostname', 'needs', 'permissions_boundary'],
  ];
  return Object.fromEntries(
    Object.entries(JSON.parse(text)).filter(([key]) => !known.includes(key)),
  );
}

function withoutNull(
  settings: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(settings).filter(([, value]) => value !== null),
  );
}

function resolved({
  environment,
  account,
  region,
  runtime,
  cell,
  workspace,
  key,
}: PlacementFile['facts']): ResolvedPlacement {
  return {
    environment,
    account,
    region,
    runtime,
    ...(cell && { cell }),
    workspace,
    key,
    accountName: account,
  };
}
