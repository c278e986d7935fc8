import {
  parsePlacements,
  workspaceName,
} from '@backstage-soa/plugin-soa-common';
import { declaredIn } from '../catalog-info';
import { CHECKSUMS, readChecksums } from '../checksums';
import { PLACEMENTS } from './readPlacementFiles';
import type { RepositoryFiles } from './readRepository';

const ROOT = [
  'infra/main.tf',
  'infra/outputs.tf',
  'infra/providers.tf',
  'infra/terraform.tf',
  'infra/variables.tf',
  'infra/tests/placements.tftest.hcl',
  CHECKSUMS,
];

/**
 * The files that a service's repository can be expected to have, for a host that
 * lists none: those of its placements are named like their workspaces.
 *
 * @param catalogInfo - the name of the component's own file
 */
export function namesInRepository(
  name: string,
  catalogInfo: string,
  files: RepositoryFiles,
): string[] {
  const start = workspaceName(name, '');
  const declared = declaredIn(files.get(catalogInfo) ?? '', name);
  const keys = parsePlacements(declared ?? [])
    .placements.map(({ workspace = '' }) => workspace.split('/').pop()!)
    .filter(workspace => workspace.startsWith(start))
    .map(workspace => workspace.slice(start.length));
  return [
    ...ROOT,
    ...keys.map(key => `${PLACEMENTS}${key}.json`),
    ...readChecksums(files.get(CHECKSUMS) ?? '').keys(),
  ];
}
