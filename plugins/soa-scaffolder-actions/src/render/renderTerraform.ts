import { CHECKSUMS, writeChecksums } from '../checksums';
import type { FileTree } from '../files';
import type { TerraformModule } from '../terraform-modules';
import { mainTf } from './mainTf';
import type { ModuleSource } from './ModuleSource';
import { outputsTf } from './outputsTf';
import { placementFile } from './placementFile';
import { MOCKS, placementsTest } from './placementsTest';
import { ACCESS_VARIABLE_TF, PROVIDERS_TF, VARIABLES_TF } from './rootFiles';
import type { ServiceDescription } from './ServiceDescription';

const FOLDER = 'infra/';

/**
 * The files of `infra/`. The same input gives the same bytes; everything that
 * people have typed is in `placements/*.json`, and nothing of it in HCL.
 *
 * @param source - where the module is taken from; it is vendored if absent
 */
export function renderTerraform(
  service: ServiceDescription,
  module: TerraformModule,
  source?: ModuleSource,
): FileTree {
  const { name, variables, files } = module;
  const tree: FileTree = {
    'terraform.tf': files['terraform.tf'],
    'providers.tf': PROVIDERS_TF,
    'variables.tf':
      VARIABLES_TF + (variables.includes('access') ? ACCESS_VARIABLE_TF : ''),
    'main.tf': mainTf(module, source ?? { source: `./modules/${name}` }),
    'outputs.tf': outputsTf(module),
    'tests/placements.tftest.hcl': placementsTest(
      service.placements.map(({ key }) => key),
      module,
    ),
    ...module.rootFiles,
  };
  for (const [path, content] of Object.entries(files)) {
    if (path.startsWith(MOCKS)) {
      tree[path] = content;
    }
    if (!source) {
      tree[`modules/${name}/${path}`] = content;
    }
  }
  // So that a later upgrade knows what people have changed since. What says how the
  // placements differ is theirs to change.
  tree[CHECKSUMS.slice(FOLDER.length)] = writeChecksums(tree);
  for (const placement of service.placements) {
    tree[`placements/${placement.key}.json`] = placementFile(
      service,
      placement,
    );
  }
  return tree;
}
