import type { TargetChange, TargetRecord } from '../store';
import { failed } from './failed';
import type { TargetContext } from './TargetContext';

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
