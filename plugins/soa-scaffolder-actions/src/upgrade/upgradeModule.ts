import { InputError } from '@backstage/errors';
import { changed } from '../changes';
import type { Change } from '../changes';
import { CHECKSUMS, readChecksums } from '../checksums';
import { renderTerraform, settingsOf } from '../render';
import type { ModuleSource, ServiceDescription } from '../render';
import { PLACEMENTS } from '../service';
import type { PlacementFile, Service } from '../service';
import { parseTerraformModule } from '../terraform-modules';
import type { TerraformModule } from '../terraform-modules';
import { editedFiles } from './editedFiles';
import { lineDifference } from './lineDifference';
import { missingFacts } from './missingFacts';

const INFRA = 'infra/';
const TESTS = 'infra/tests/placements.tftest.hcl';
const MOST_NAMES = 10;

/**
 * Renders a service's Terraform again, with the settings that it has, and the module
 * that the portal has now.
 *
 * @param wish - `overwrites`: whether what people have changed is lost; `source`: where
 *   the module is taken from; it is vendored if absent
 * @returns the changes, and what they are, as lines
 * @throws InputError if people have changed what would become another, and it is not said
 *   that it may be lost
 */
export function upgradeModule(
  service: Service,
  module: TerraformModule,
  wish: {
    overwrites: boolean;
    source?: ModuleSource;
    productionEnvironments: readonly string[];
  },
): { changes: Change[]; lines: string[] } {
  const { files, name, componentRef, owner } = service;
  const placements = inOrderOf(files.get(TESTS) ?? '', service.placements);
  const description: ServiceDescription = {
    name,
    componentRef,
    owner,
    placements: placements.map(({ facts }) => ({ ...facts, accountName: '' })),
    productionEnvironments: wish.productionEnvironments,
    settings: {},
  };
  const tree = Object.fromEntries(
    Object.entries(renderTerraform(description, module, wish.source))
      .map(([path, text]) => [`${INFRA}${path}`, text])
      .filter(([path]) => !path.startsWith(PLACEMENTS)),
  );
  const recorded = files.get(CHECKSUMS);
  const folder = `${INFRA}modules/${module.name}/`;
  const before = [...files.keys()].filter(path =>
    recorded === undefined
      ? path.startsWith(folder)
      : readChecksums(recorded).has(path),
  );
  const gone = before.filter(path => !(path in tree));
  const written = changed([
    ...Object.entries(tree).map(([path, after]) => ({
      path,
      before: files.get(path),
      after,
    })),
    ...gone.map(path => ({ path, before: files.get(path) })),
  ]);
  const { paths, isUnknown } = editedFiles(
    files,
    recorded,
    written
      .filter(one => one.before !== undefined && one.path !== CHECKSUMS)
      .map(({ path }) => path),
  );
  if (paths.length > 0 && !wish.overwrites) {
    throw new InputError(refusal(paths, isUnknown));
  }
  return {
    changes: [...written, ...changed(missingFacts(placements, description))],
    lines: [
      ...written.flatMap(described),
      ...paths.map(path =>
        isUnknown
          ? `${path}: whether somebody had changed it is not known`
          : `${path}: what somebody had changed in it is lost`,
      ),
      ...variableNotes(service, module, folder),
    ],
  };
}

/** What a test lists in some order stays in it. */
function inOrderOf(
  tests: string,
  placements: readonly PlacementFile[],
): PlacementFile[] {
  const at = ({ facts }: PlacementFile) => {
    const index = tests.indexOf(`placement = "${facts.key}"`);
    return index < 0 ? tests.length : index;
  };
  return [...placements].sort((one, other) => at(one) - at(other));
}

function refusal(paths: readonly string[], isUnknown: boolean): string {
  const more = paths.length - MOST_NAMES;
  const named = `${paths.slice(0, MOST_NAMES).join(', ')}${
    more > 0 ? ` and ${more} more` : ''
  }`;
  return isUnknown
    ? `overwrite: the repository was made before the portal kept checksums, so whether people have changed these files is not known: ${named}. Say that they are overwritten; the pull request shows what that changes`
    : `overwrite: people have changed these files since the portal wrote them, and would lose that: ${named}. Say that they are overwritten, or move the changes into files of your own first`;
}

function described({ path, before, after }: Change): string[] {
  if (path === CHECKSUMS) {
    return before === undefined
      ? [
          `Adds ${path}, by which the next upgrade knows what people have changed`,
        ]
      : [];
  }
  if (before === undefined) {
    return [`Adds ${path}`];
  }
  return after === undefined
    ? [`Removes ${path}`]
    : [`Changes ${path}`, ...lineDifference(before, after)];
}

/** What becomes of settings that a module takes no more, and what it takes besides. */
function variableNotes(
  { files, placements }: Service,
  module: TerraformModule,
  folder: string,
): string[] {
  const known = settingsOf(module.variables);
  const before = parseTerraformModule(
    module.name,
    Object.fromEntries(
      [...files]
        .filter(([path]) => path.startsWith(folder))
        .map(([path, text]) => [path.slice(folder.length), text]),
    ),
  );
  const added =
    before.variables.length > 0
      ? known.filter(name => !before.variables.includes(name))
      : [];
  const unused = placements.flatMap(({ path, facts }) => {
    const names = Object.keys(facts.settings).filter(
      name => !known.includes(name),
    );
    return names.length > 0
      ? [`${path}: the module has no ${names.join(', ')} any more`]
      : [];
  });
  return [
    ...(added.length > 0
      ? [`The module has these settings besides: ${added.join(', ')}`]
      : []),
    ...unused,
  ];
}
