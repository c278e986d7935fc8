import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_ACCOUNT_ID,
  ANNOTATION_ARN,
  ANNOTATION_ORGANIZATION_ID,
  ANNOTATION_ORGANIZATIONAL_UNIT_PATH,
  organizationalUnitEntityRef,
  ownerRef,
  RESOURCE_TYPE_CLOUD_ACCOUNT,
} from '@backstage-soa/plugin-soa-common';
import type { Account } from '@backstage-soa/plugin-soa-common';
import { locationAnnotations } from './locationAnnotations';

/** The entity of an AWS account: slow facts only. */
export function accountEntity(account: Account, defaultOwner: string): Entity {
  const { id, name, arn, organizationId, organizationalUnitPath } = account;
  const { environment, businessUnit, email } = account;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: id,
      title: name,
      annotations: {
        ...locationAnnotations(`aws-organizations/${organizationId}/${id}`),
        [ANNOTATION_ACCOUNT_ID]: id,
        [ANNOTATION_ARN]: arn,
        [ANNOTATION_ORGANIZATION_ID]: organizationId,
        [ANNOTATION_ORGANIZATIONAL_UNIT_PATH]: organizationalUnitPath,
      },
    },
    spec: {
      type: RESOURCE_TYPE_CLOUD_ACCOUNT,
      owner: ownerRef(account.owner ?? '') ?? defaultOwner,
      state: account.state,
      organizationalUnit: organizationalUnitEntityRef(account.parentId),
      runtimes: account.runtimes,
      regions: account.regions,
      ...(environment && { environment }),
      ...(businessUnit && { businessUnit }),
      ...(email && { email }),
    },
  };
}
