import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_WORKSPACE_ID,
  RESOURCE_TYPE_TERRAFORM_WORKSPACE,
} from '@backstage-soa/plugin-soa-common';

/** The id of the HCP Terraform workspace that an entity stands for. */
export function workspaceOf({ metadata, spec }: Entity): string | undefined {
  return spec?.type === RESOURCE_TYPE_TERRAFORM_WORKSPACE
    ? metadata.annotations?.[ANNOTATION_WORKSPACE_ID]
    : undefined;
}
