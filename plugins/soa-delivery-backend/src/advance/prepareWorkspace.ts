import {
  placementIdentity,
  placementOfWorkspaceTags,
} from '@backstage-soa/plugin-soa-common';
import type { TargetChange, TargetRecord } from '../store';
import { failed } from './failed';
import type { TargetContext } from './TargetContext';

/** Finds the placement's workspace, and makes sure that it is the placement's. */
export async function findWorkspace(
  target: TargetRecord,
  { client, componentRef, signal }: TargetContext,
): Promise<TargetChange> {
  const name = target.placement.workspace.split('/').pop()!;
  const workspace = await client.findWorkspace(name, { signal });
  if (!workspace) {
    return failed(
      `There is no workspace ${target.placement.workspace}, or the token may not see it: make it, then start again.`,
    );
  }
  const held = placementOfWorkspaceTags(workspace.tagBindings);
  const isOurs =
    held?.componentRef === componentRef &&
    placementIdentity(held.placement) === placementIdentity(target.placement);
  return isOurs
    ? { state: 'uploading', workspaceId: workspace.id }
    : failed(
        `The tags of workspace ${target.placement.workspace} do not say that it holds this placement of ${componentRef}: nothing was applied to it.`,
      );
}

/**
 * Gives the workspace what it is to apply.
 *
 * @returns `undefined` while another replica may be at it
 */
export async function upload(
  { workspaceId, uploadRequestedAt }: TargetRecord,
  { client, archive, audited, keep, deadlines, now, signal }: TargetContext,
): Promise<TargetChange | undefined> {
  if (deadlines.mayBeUploading(uploadRequestedAt, now())) {
    return undefined;
  }
  await keep({ uploadRequestedAt: now().toISOString() });
  const content = await archive();
  const id = await audited(
    'configuration-upload',
    async () => {
      const version = await client.createConfigurationVersion(workspaceId!, {
        signal,
      });
      if (version.uploadUrl) {
        await client.uploadConfiguration(version.uploadUrl, content, {
          signal,
        });
      }
      return version.uploadUrl && version.id;
    },
    {
      written: configurationVersionId => ({
        configurationVersionId: configurationVersionId ?? null,
      }),
    },
  );
  return id
    ? { configurationVersionId: id }
    : failed('HCP Terraform gave no place to upload the configuration to.');
}
