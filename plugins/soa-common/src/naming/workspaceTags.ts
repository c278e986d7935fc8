import type { Placement } from '../placement';
import { isRegion } from '../region';
import { isRuntime } from '../runtime';

/**
 * The keys of the tag bindings by which a workspace says what it holds.
 *
 * @public
 */
export const WORKSPACE_TAGS = {
  component: 'soa-component',
  namespace: 'soa-namespace',
  environment: 'soa-environment',
  account: 'soa-account',
  region: 'soa-region',
  runtime: 'soa-runtime',
  cell: 'soa-cell',
} as const;

/**
 * The tag bindings of the workspace of a component's placement.
 *
 * @public
 */
export function workspaceTags(
  component: { namespace: string; name: string },
  placement: Placement,
): Record<string, string> {
  return {
    [WORKSPACE_TAGS.component]: component.name,
    [WORKSPACE_TAGS.namespace]: component.namespace,
    [WORKSPACE_TAGS.environment]: placement.environment,
    [WORKSPACE_TAGS.account]: placement.account,
    [WORKSPACE_TAGS.region]: placement.region,
    [WORKSPACE_TAGS.runtime]: placement.runtime,
    ...(placement.cell && { [WORKSPACE_TAGS.cell]: placement.cell }),
  };
}

/**
 * What the tags of a workspace say of whose it is, also where they name no whole
 * placement.
 *
 * @returns `undefined` where they name no component
 * @public
 */
export function ownerOfWorkspaceTags(
  tags: Readonly<Record<string, string>>,
): { componentRef: string; environment?: string } | undefined {
  const name = tags[WORKSPACE_TAGS.component];
  const namespace = tags[WORKSPACE_TAGS.namespace] ?? 'default';
  return name
    ? {
        componentRef: `component:${namespace}/${name}`.toLocaleLowerCase(
          'en-US',
        ),
        environment: tags[WORKSPACE_TAGS.environment],
      }
    : undefined;
}

/**
 * Reads back what {@link workspaceTags} wrote.
 *
 * @returns `undefined` where the tags do not name a whole placement
 * @public
 */
export function placementOfWorkspaceTags(
  tags: Readonly<Record<string, string>>,
): { componentRef: string; placement: Placement } | undefined {
  const owner = ownerOfWorkspaceTags(tags);
  const account = tags[WORKSPACE_TAGS.account];
  const region = tags[WORKSPACE_TAGS.region];
  const runtime = tags[WORKSPACE_TAGS.runtime];
  const cell = tags[WORKSPACE_TAGS.cell];
  if (
    !owner?.environment ||
    !/^\d{12}$/.test(account ?? '') ||
    !isRegion(region) ||
    !isRuntime(runtime)
  ) {
    return undefined;
  }
  return {
    componentRef: owner.componentRef,
    placement: {
      environment: owner.environment,
      account,
      region,
      runtime,
      ...(cell && { cell }),
    },
  };
}
