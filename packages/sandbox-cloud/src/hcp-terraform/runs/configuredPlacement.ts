import { z } from 'zod';
import type { AccessMap, EffectContext } from '../../effects';
import type { HcpRun, HcpState, HcpWorkspace } from '../HcpState';

/** The placement of a workspace, as a run sees it. */
export interface ConfiguredPlacement {
  context: EffectContext;
  /** All that is configured of it as text; absent where nothing has changed it. */
  content?: string;
  /** Its variable `access`, where it has one and is what an account is given. */
  access?: AccessMap;
  /** How many resources are taken over that are there already. */
  imports: number;
}

/**
 * The placement that the run's configuration holds for this workspace. What was
 * always there has no configuration: its tags say what is in it.
 */
export function configuredPlacement(
  state: HcpState,
  workspace: HcpWorkspace,
  run: HcpRun,
): ConfiguredPlacement | undefined {
  const placement = placementOf(state, workspace, run);
  return placement?.context.runtime === 'platform'
    ? { ...placement, access: accessOf(workspace) }
    : placement;
}

const accessSchema = z.record(
  z.string(),
  z.object({ project: z.string(), runtime: z.string() }),
);

/** @throws if it is no such map, as Terraform would say of its variable */
function accessOf({ variables }: HcpWorkspace): AccessMap {
  const { value } = variables.find(
    ({ key, category }) => key === 'access' && category === 'terraform',
  ) ?? { value: '{}' };
  return accessSchema.parse(JSON.parse(value));
}

function placementOf(
  state: HcpState,
  workspace: HcpWorkspace,
  run: HcpRun,
): ConfiguredPlacement | undefined {
  const key = workspace.variables.find(
    variable => variable.key === 'placement',
  )?.value;
  const configuration = state.configurationVersions.find(
    ({ id }) => id === run.configurationVersionId,
  );
  if (key && !configuration && run.configurationVersionId === null) {
    const tag = (name: string) => workspace.tags[`soa-${name}`] ?? '';
    return {
      context: contextOf(key, tag, tag('component')),
      content: workspace.applied,
      imports: 0,
    };
  }
  const placement = key ? configuration?.placements[key] : undefined;
  if (!key || !placement) {
    return undefined;
  }
  const read = (name: string) => String(placement[name] ?? '');
  return {
    context: contextOf(key, read, read('service')),
    content: JSON.stringify([key, configuration?.digest, placement]),
    imports: configuration?.imports ?? 0,
  };
}

function contextOf(
  key: string,
  read: (name: string) => string,
  service: string,
): EffectContext {
  return {
    service,
    key,
    environment: read('environment'),
    account: read('account'),
    region: read('region'),
    runtime: read('runtime'),
  };
}
