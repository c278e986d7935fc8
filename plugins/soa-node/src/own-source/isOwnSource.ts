import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
} from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { repositoryOf } from './repositoryOf';

/**
 * Whether a URL is in the repository that an entity comes from. Otherwise whoever
 * may apply a component could have anybody's Terraform applied with its roles.
 */
export function isOwnSource({ metadata }: Entity, url: string): boolean {
  const annotations = metadata.annotations ?? {};
  const source = repositoryOf(url);
  return [ANNOTATION_SOURCE_LOCATION, ANNOTATION_LOCATION].some(name => {
    const location = annotations[name]?.replace(/^url:/, '');
    return source !== undefined && repositoryOf(location) === source;
  });
}
