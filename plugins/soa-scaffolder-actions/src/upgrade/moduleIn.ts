import { InputError } from '@backstage/errors';
import type { ModuleSource } from '../render';

/**
 * Which module a root configuration takes, read off its `main.tf`.
 *
 * @param sourceOf - where the portal takes a module from now, if it vendors none
 * @param names - the modules that the portal has
 * @throws InputError if it does not say
 */
export function moduleIn(
  mainTf: string | undefined,
  sourceOf: (module: string) => ModuleSource | undefined,
  names: readonly string[],
): string {
  const [, source] =
    /^module "service" \{\n(?:[^}]*\n)?\s*source\s*=\s*"([^"]*)"/m.exec(
      mainTf ?? '',
    ) ?? [];
  const vendored = /^\.\/modules\/([a-z][a-z0-9-]*)$/.exec(source ?? '')?.[1];
  // Of a pinned one, what it is pinned to has changed.
  const bare = (address: string) => address.replace(/\?.*$/, '');
  const named =
    vendored ??
    names.find(
      name => source && bare(sourceOf(name)?.source ?? '') === bare(source),
    );
  if (!named) {
    throw new InputError(
      source
        ? `module: infra/main.tf takes its module from ${source}, and the portal knows none from there: name the module that takes its place, one of ${names.join(
            ', ',
          )}`
        : 'module: infra/main.tf has no module "service", so that it was not made by a template of this portal, or was changed since: change it by hand',
    );
  }
  return named;
}
