import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
} from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';

const WRITTEN = /^(url|file):/;

/**
 * Whether an entity comes from a file, which anybody can write who may register
 * one. What it says of itself proves nothing: it may call itself an account, and
 * have the name of one. The catalog itself writes where an entity comes from.
 *
 * @param entity - with its annotations
 * @public
 */
export function isWrittenByPeople({
  metadata: { annotations = {} },
}: Pick<Entity, 'metadata'>): boolean {
  return [ANNOTATION_LOCATION, ANNOTATION_ORIGIN_LOCATION].some(key =>
    WRITTEN.test(annotations[key] ?? ''),
  );
}
