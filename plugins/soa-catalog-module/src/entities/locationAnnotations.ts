import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
} from '@backstage/catalog-model';

/** The type of the locations of all that this module brings in. */
export const LOCATION_TYPE = 'soa:';

/** Says where an entity comes from: the catalog refuses those that do not. */
export function locationAnnotations(target: string): Record<string, string> {
  return {
    [ANNOTATION_LOCATION]: `${LOCATION_TYPE}${target}`,
    [ANNOTATION_ORIGIN_LOCATION]: `${LOCATION_TYPE}${target}`,
  };
}
