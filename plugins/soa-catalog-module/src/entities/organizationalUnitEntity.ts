import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_ARN,
  ANNOTATION_ORGANIZATION_ID,
  ANNOTATION_ORGANIZATIONAL_UNIT_PATH,
  organizationalUnitEntityRef,
  RESOURCE_TYPE_ORGANIZATIONAL_UNIT,
} from '@backstage-soa/plugin-soa-common';
import type { OrganizationalUnit } from '@backstage-soa/plugin-soa-common';
import { locationAnnotations } from './locationAnnotations';

/** The entity of a root or organizational unit. */
export function organizationalUnitEntity(
  unit: OrganizationalUnit,
  owner: string,
): Entity {
  const { id, name, arn, organizationId, parentId, path } = unit;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: id,
      title: name,
      annotations: {
        ...locationAnnotations(`aws-organizations/${organizationId}/${id}`),
        [ANNOTATION_ARN]: arn,
        [ANNOTATION_ORGANIZATION_ID]: organizationId,
        [ANNOTATION_ORGANIZATIONAL_UNIT_PATH]: path,
      },
    },
    spec: {
      type: RESOURCE_TYPE_ORGANIZATIONAL_UNIT,
      owner,
      ...(parentId && {
        organizationalUnit: organizationalUnitEntityRef(parentId),
      }),
    },
  };
}
