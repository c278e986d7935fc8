import { InputError } from '@backstage/errors';
import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';
import type { WorkspaceSettings } from '../settings';
import { autoDestroyWish } from './autoDestroyWish';
import { teamWishes } from './teamWishes';
import { vcsWish } from './vcsWish';
import type { WorkspaceInput, WorkspaceWishes } from './WorkspaceWishes';

/** What the rendered configuration asks for. */
const TERRAFORM_VERSION = '~> 1.9';
const WORKING_DIRECTORY = 'infra';

/**
 * What workspaces shall be: what a template asks for, as far as the
 * configuration allows it, over what that says of every workspace.
 *
 * @param options - `canNotify`: whether notifications are configured
 * @throws InputError with everything that may not be
 */
export function resolveWishes(options: {
  input: WorkspaceInput;
  settings: WorkspaceSettings;
  placements: readonly ResolvedPlacement[];
  productionEnvironments: readonly string[];
  canNotify: boolean;
}): WorkspaceWishes {
  const { input, settings, placements, productionEnvironments } = options;
  const problems: string[] = [];
  const problem = (message: string) => problems.push(message);
  const environments = [
    ...new Set(placements.map(({ environment }) => environment)),
  ];
  const vcs = vcsWish(input.vcs, settings, problem);
  const workingDirectory = input.workingDirectory ?? WORKING_DIRECTORY;
  if (input.triggerPatterns && !input.vcs) {
    problem(
      'triggerPatterns: they are for workspaces with vcs: leave them out',
    );
  }
  if (
    input.autoApply &&
    environments.every(name => productionEnvironments.includes(name))
  ) {
    problem('autoApply: nothing applies unasked in production: leave it out');
  }
  if (input.notifications && !options.canNotify) {
    problem(
      'notifications: none are configured: leave them out, or have soa.hcpTerraform[].notifications.key set',
    );
  }
  const keys = placements.map(({ key }) => key);
  for (const { key, only = [] } of input.variables ?? []) {
    for (const unknown of only.filter(one => !keys.includes(one))) {
      problem(
        `variables: ${key} is for ${unknown}, which is no placement's key: write one of ${keys.join(
          ', ',
        )}`,
      );
    }
  }
  const { allow } = settings;
  for (const name of input.variableSets ?? []) {
    if (![...settings.variableSets, ...allow.variableSets].includes(name)) {
      problem(
        `variableSets: ${name} may not be applied by a template: leave it out, or have it added to soa.hcpTerraform[].workspaces.allow.variableSets`,
      );
    }
  }
  const wishes: WorkspaceWishes = {
    terraformVersion:
      input.terraformVersion ?? settings.terraformVersion ?? TERRAFORM_VERSION,
    workingDirectory,
    agentPoolId: settings.agentPoolId,
    vcs,
    triggerPatterns:
      vcs && (input.triggerPatterns ?? [`/${workingDirectory}/**/*`]),
    autoApply: input.autoApply ?? false,
    variables: input.variables ?? [],
    variableSets: [
      ...new Set([...settings.variableSets, ...(input.variableSets ?? [])]),
    ],
    teams: teamWishes(input.teams ?? [], settings, problem),
    notifications: (input.notifications ?? true) && options.canNotify,
    driftDetection: driftWish(input.driftDetection) ?? settings.driftDetection,
    autoDestroy: autoDestroyWish(
      input.autoDestroy,
      { settings, environments, productionEnvironments },
      problem,
    ),
    runTriggers: [...new Set(input.runTriggers ?? [])],
  };
  if (problems.length > 0) {
    throw new InputError(problems.join('; '));
  }
  return wishes;
}

function driftWish(asked: boolean | undefined) {
  if (asked === undefined) {
    return undefined;
  }
  return asked ? ('all' as const) : ('off' as const);
}
