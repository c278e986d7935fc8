import { ANNOTATION_SOURCE_LOCATION } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';

/** The folder that an entity comes from; `undefined` where the catalog does not say. */
export function sourceOf({ metadata }: Entity): string | undefined {
  const location = metadata.annotations?.[ANNOTATION_SOURCE_LOCATION];
  return location?.startsWith('url:')
    ? location.slice('url:'.length).replace(/\/+$/, '')
    : undefined;
}
