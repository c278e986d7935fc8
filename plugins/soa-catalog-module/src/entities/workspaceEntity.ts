import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_TERRAFORM_ORGANIZATION,
  ANNOTATION_WORKSPACE_ID,
  RESOURCE_TYPE_TERRAFORM_WORKSPACE,
} from '@backstage-soa/plugin-soa-common';
import type { Workspace } from '@backstage-soa/plugin-soa-common';
import { locationAnnotations } from './locationAnnotations';

/** The entity of an HCP Terraform workspace: slow facts only, no runs. */
export function workspaceEntity(workspace: Workspace, owner: string): Entity {
  const { id, name, organization, url, projectName } = workspace;
  const { componentRef, placement } = workspace;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: id,
      title: name,
      annotations: {
        ...locationAnnotations(`hcp-terraform/${organization}/${id}`),
        [ANNOTATION_WORKSPACE_ID]: id,
        [ANNOTATION_TERRAFORM_ORGANIZATION]: organization,
      },
      links: [{ url, title: 'HCP Terraform' }],
    },
    spec: {
      type: RESOURCE_TYPE_TERRAFORM_WORKSPACE,
      owner,
      ...(projectName && { project: projectName }),
      ...(placement && { placement: { ...placement } }),
      ...(componentRef && { dependencyOf: [componentRef] }),
    },
  };
}
