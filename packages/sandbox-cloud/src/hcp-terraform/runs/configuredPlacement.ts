import type { EffectContext } from '../../effects';
import type { HcpRun, HcpState, HcpWorkspace } from '../HcpState';

/**
 * The placement that the run's configuration holds for this workspace, and all
 * that is configured of it as text.
 */
export function configuredPlacement(
  state: HcpState,
  workspace: HcpWorkspace,
  run: HcpRun,
): { context: EffectContext; content: string } | undefined {
  const key = workspace.variables.find(
    variable => variable.key === 'placement',
  )?.value;
  const configuration = state.configurationVersions.find(
    ({ id }) => id === run.configurationVersionId,
  );
  const placement = key ? configuration?.placements[key] : undefined;
  if (!key || !placement) {
    return undefined;
  }
  const read = (name: string) => String(placement[name] ?? '');
  return {
    context: {
      service: read('service'),
      key,
      environment: read('environment'),
      account: read('account'),
      region: read('region'),
      runtime: read('runtime'),
    },
    content: JSON.stringify([key, configuration?.digest, placement]),
  };
}
