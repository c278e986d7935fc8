import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';
import type { FileTree } from '../files';
import { mainTf, outputsTf } from './mainTf';
import { PROVIDERS_TF, TERRAFORM_TF, VARIABLES_TF } from './rootFiles';
import { placementsTest } from './placementsTest';
import type { RuntimeModule } from './RuntimeModule';
import { sorted } from './sorted';

/** A service, as its form describes it. */
export interface ServiceDescription {
  componentRef: string;
  name: string;
  owner: string;
  placements: readonly ResolvedPlacement[];
  /** Names of the environments that people depend on. */
  productionEnvironments: readonly string[];
  /** What the module is told, beside the placement. */
  settings: Readonly<Record<string, unknown>>;
}

/**
 * The files of `infra/`. The same input gives the same bytes; everything that
 * people have typed is in `placements/*.json`, and nothing of it in HCL.
 *
 * @param moduleFiles - the files of the runtime's module
 */
export function renderTerraform(
  service: ServiceDescription,
  runtimeModule: RuntimeModule,
  moduleFiles: FileTree,
): FileTree {
  const tree: FileTree = {
    'terraform.tf': TERRAFORM_TF,
    'providers.tf': PROVIDERS_TF,
    'variables.tf': VARIABLES_TF,
    'main.tf': mainTf(runtimeModule),
    'outputs.tf': outputsTf(runtimeModule),
    'tests/placements.tftest.hcl': placementsTest(
      service.placements.map(({ key }) => key),
      runtimeModule,
    ),
  };
  for (const placement of service.placements) {
    tree[`placements/${placement.key}.json`] = placementFile(
      service,
      placement,
    );
  }
  for (const [path, content] of Object.entries(moduleFiles)) {
    tree[`modules/${runtimeModule.name}/${path}`] = content;
  }
  return tree;
}

function placementFile(
  service: ServiceDescription,
  placement: ResolvedPlacement,
): string {
  const { environment, account, region, runtime, cell, key, workspace } =
    placement;
  return `${JSON.stringify(
    {
      component: service.componentRef,
      service: service.name,
      owner: service.owner,
      environment,
      production: service.productionEnvironments.includes(environment),
      account,
      region,
      runtime,
      ...(cell && { cell }),
      key,
      workspace,
      settings: sorted(service.settings),
    },
    undefined,
    2,
  )}\n`;
}
