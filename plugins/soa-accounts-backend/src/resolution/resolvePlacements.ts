import {
  placementIdentity,
  placementKeys,
  workspaceName,
} from '@backstage-soa/plugin-soa-common';
import type {
  Placement,
  PlacementRefusal,
  PlacementRequest,
  PlacementResolution,
} from '@backstage-soa/plugin-soa-common';
import { declarationProblem } from './declarationProblem';
import { isOwn, nameProblems } from './nameProblems';
import { ownerProblems } from './ownerProblems';
import type { PlacementPolicy } from './PlacementPolicy';
import { stagePlacements } from './stagePlacements';
import type { WantedPlacement } from './stagePlacements';
import { workspaceProblem } from './workspaceProblem';

/**
 * The placements that a request asks for, or every reason why it cannot be met.
 *
 * @param request - its owner is a full reference
 */
export function resolvePlacements(
  request: PlacementRequest,
  policy: PlacementPolicy,
): PlacementResolution {
  const { name, namespace = 'default', stages } = request;
  const problems: PlacementRefusal[] = [
    ...nameProblems(request, policy),
    ...ownerProblems(request, policy),
  ];
  if (!policy.terraformOrganization) {
    problems.push({
      input: 'soa.hcpTerraform',
      message:
        'The portal has no HCP Terraform organization to make workspaces in: ask whoever runs it to name one under soa.hcpTerraform in the configuration.',
    });
  }
  if (stages.length === 0) {
    problems.push({
      input: 'stages',
      message: 'No environment is chosen: choose at least one.',
    });
  }
  const wanted: WantedPlacement[] = [];
  stages.forEach((_, index) => {
    const stage = stagePlacements(request, index, policy);
    wanted.push(...stage.wanted);
    problems.push(...stage.problems);
  });
  problems.push(...doubles(wanted));

  const componentRef = `component:${namespace}/${name}`.toLocaleLowerCase(
    'en-US',
  );
  const existing = policy.existing?.placements ?? [];
  const keys = placementKeys(
    [...existing, ...wanted.map(({ placement }) => placement)],
    declaredKeys(name, existing),
  );
  const declared = isOwn(request, policy)
    ? policy.existing?.placements
    : undefined;
  const placements = wanted.map(one => {
    const { input, placement, accountName } = one;
    const key = keys.get(placementIdentity(placement))!;
    const called = workspaceName(name, key);
    const workspace = policy.terraformOrganization
      ? `${policy.terraformOrganization}/${called}`
      : called;
    const message = workspaceProblem(
      called,
      componentRef,
      placement,
      policy.workspaces,
    );
    if (message) {
      problems.push({ input: 'name', message });
    }
    const undeclared =
      declared &&
      declarationProblem(name, one, workspace, declared, request.adds);
    if (undeclared) {
      problems.push({ input, message: undeclared });
    }
    return { ...placement, workspace, key, accountName };
  });
  return { placements: problems.length > 0 ? [] : placements, problems };
}

/** The keys that placements have for good: their workspaces are named by them. */
function declaredKeys(
  name: string,
  placements: readonly Placement[],
): Map<string, string> {
  const start = workspaceName(name, '');
  return new Map(
    placements.flatMap(placement => {
      const called = placement.workspace?.split('/').pop() ?? '';
      const key = called.startsWith(start) ? called.slice(start.length) : '';
      return /^[a-z0-9-]+$/.test(key)
        ? [[placementIdentity(placement), key] as const]
        : [];
    }),
  );
}

function doubles(wanted: readonly WantedPlacement[]): PlacementRefusal[] {
  const seen = new Set<string>();
  return wanted.flatMap(({ input, placement }) => {
    const identity = placementIdentity(placement);
    if (!seen.has(identity)) {
      seen.add(identity);
      return [];
    }
    return [
      {
        input,
        message: `${placement.region} in ${placement.environment} is chosen twice: remove one.`,
      },
    ];
  });
}
