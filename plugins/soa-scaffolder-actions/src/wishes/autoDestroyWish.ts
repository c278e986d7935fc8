import type { WorkspaceSettings } from '../settings';
import type { WorkspaceInput, WorkspaceWishes } from './WorkspaceWishes';

/**
 * When what is in workspaces is destroyed: never in production.
 *
 * @param environments - those of the placements
 * @param problem - is told what may not be
 */
export function autoDestroyWish(
  asked: WorkspaceInput['autoDestroy'],
  options: {
    settings: Pick<WorkspaceSettings, 'autoDestroy'>;
    environments: readonly string[];
    productionEnvironments: readonly string[];
  },
  problem: (message: string) => void,
): WorkspaceWishes['autoDestroy'] {
  const { settings, environments, productionEnvironments } = options;
  if (!asked) {
    return settings.autoDestroy;
  }
  const isProduction = (name: string) => productionEnvironments.includes(name);
  for (const name of asked.environments?.filter(isProduction) ?? []) {
    problem(
      `autoDestroy.environments: nothing in ${name} is destroyed by itself, as it is for production: leave it out`,
    );
  }
  const wanted =
    asked.environments ?? environments.filter(name => !isProduction(name));
  if (!environments.some(name => wanted.includes(name))) {
    problem(
      'autoDestroy: there is no placement that it could be for: leave it out',
    );
  }
  return {
    afterInactivity: asked.afterInactivity,
    at: asked.at,
    environments: wanted,
  };
}
