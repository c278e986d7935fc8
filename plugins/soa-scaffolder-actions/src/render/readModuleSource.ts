import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { ModuleSource } from './ModuleSource';

const KEY = 'soa.terraform.moduleSource';
const PLACE = '{module}';

/**
 * Where generated repositories take a module from, by `soa.terraform.moduleSource`;
 * it is vendored if that is absent.
 *
 * @throws InputError that names the key at fault
 */
export function readModuleSource(
  config: RootConfigService,
): (module: string) => ModuleSource | undefined {
  const settings = config.getOptionalConfig(KEY);
  if (!settings) {
    return () => undefined;
  }
  const source = settings.getString('source');
  if (!source.includes(PLACE) || source.startsWith('.')) {
    throw new InputError(
      `${KEY}.source is "${source}": write a git or registry address with ${PLACE} where the module's name goes`,
    );
  }
  const version = settings.getOptionalString('version');
  return module => ({
    source: source.replaceAll(PLACE, module),
    ...(version && { version }),
  });
}
