import { ConflictError } from '@backstage/errors';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type { HcpTerraformConfigurationVersion } from '@backstage-soa/plugin-soa-node';
import type { HeldWorkspace } from '../held';
import type { RunClock } from '../runs';
import { CONFIGURATION_FOLDER } from './packFolder';

const ATTEMPTS = 3;
const PAUSE_MS = 2_000;
const LONGEST_WAIT_MS = 5 * 60_000;
const GOING_ON = ['pending', 'fetching'];

/**
 * Makes sure that a workspace can take a configuration.
 *
 * @throws ConflictError if not
 */
export function refuseUnfit(
  { fullName, workspace }: HeldWorkspace,
  speculative: boolean,
): void {
  const { workingDirectory, vcsRepo } = workspace;
  if (workingDirectory !== CONFIGURATION_FOLDER) {
    throw new ConflictError(
      `workspaces: ${fullName} works in "${
        workingDirectory ?? ''
      }", and what is uploaded is in ${CONFIGURATION_FOLDER}/: run tfc:workspaces:ensure first. Nothing was uploaded`,
    );
  }
  if (vcsRepo && !speculative) {
    throw new ConflictError(
      `workspaces: ${fullName} gets its configuration from ${vcsRepo.identifier}: push it there, or upload it as speculative, to plan it only. Nothing was uploaded`,
    );
  }
}

/**
 * Gives a workspace a configuration, and waits until HCP Terraform has taken it.
 * One whose upload was cut off does nothing, so that another can be made.
 *
 * @returns the id of the configuration version
 */
export async function uploadTo(
  { client, workspace, fullName }: HeldWorkspace,
  archive: Uint8Array,
  options: { speculative: boolean; clock: RunClock; signal?: AbortSignal },
): Promise<string> {
  const { speculative, clock, signal } = options;
  const create = async (): Promise<HcpTerraformConfigurationVersion> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await client.createConfigurationVersion(workspace.id, {
          speculative,
          signal,
        });
      } catch (error) {
        const mayPass =
          error instanceof HcpTerraformError && error.kind === 'unavailable';
        if (!mayPass || attempt === ATTEMPTS) {
          throw error;
        }
        await clock.pause(PAUSE_MS, signal);
      }
    }
  };
  const { id, uploadUrl } = await create();
  if (!uploadUrl) {
    throw new Error(
      `HCP Terraform gave no place to upload the configuration of ${fullName} to`,
    );
  }
  await client.uploadConfiguration(uploadUrl, archive, { signal });
  const until = clock.now() + LONGEST_WAIT_MS;
  for (;;) {
    const version = await client.getConfigurationVersion(id, { signal });
    const status = version?.status ?? 'not to be found any more';
    if (status === 'uploaded') {
      return id;
    }
    if (status === 'errored') {
      throw new Error(
        `HCP Terraform did not take the configuration of ${fullName}: ${
          version?.errorMessage ?? 'it does not say why'
        }`,
      );
    }
    if (clock.now() >= until || !version) {
      throw new Error(
        `HCP Terraform has not taken the configuration of ${fullName}: ${id} is ${status}${
          GOING_ON.includes(status) ? ' after five minutes' : ''
        }. Retry the task to upload it again`,
      );
    }
    await clock.pause(PAUSE_MS, signal);
  }
}
