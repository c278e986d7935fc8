import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { sourceOf } from '../catalog';

/**
 * What a rollout of a component applies: what is named, or where it comes from.
 *
 * @throws InputError if neither says
 */
export function sourceFor(
  entity: Entity,
  options: { componentRef: string; sourceUrl: string | undefined },
): string {
  const { componentRef, sourceUrl = sourceOf(entity) } = options;
  if (!sourceUrl) {
    throw new InputError(
      `sourceUrl: the catalog does not say where ${componentRef} comes from: name the folder or the archive that holds its infra/`,
    );
  }
  return sourceUrl;
}
