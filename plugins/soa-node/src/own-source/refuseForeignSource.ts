import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { isOwnSource } from './isOwnSource';

/**
 * Makes sure that what is applied for a component comes from its own repository:
 * it is read with the portal's rights, not with those of whoever names it.
 *
 * @param options - `input`: what names the source
 * @throws InputError if it does not
 *
 * @public
 */
export function refuseForeignSource(
  entity: Entity,
  url: string,
  options: { input: string },
): void {
  if (!isOwnSource(entity, url)) {
    throw new InputError(
      `${
        options.input
      }: ${url} is not in the repository that ${stringifyEntityRef(
        entity,
      )} comes from, so nothing of it is applied`,
    );
  }
}
