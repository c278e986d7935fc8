import type {
  HcpTerraformVariable,
  HcpTerraformVariableInput,
} from '@backstage-soa/plugin-soa-node';
import { secretId } from '../../secrets';
import type { SecretFingerprints, SecretState } from '../../secrets';

/** Whether sensitive variables, which nobody can read, have to be written. */
export class VariableSecrets {
  static async read(
    fingerprints: SecretFingerprints | undefined,
    workspaceIds: readonly string[],
  ): Promise<VariableSecrets> {
    return new VariableSecrets(
      fingerprints,
      (await fingerprints?.read(workspaceIds)) ?? new Map(),
    );
  }

  private constructor(
    private readonly fingerprints: SecretFingerprints | undefined,
    private readonly states: ReadonlyMap<string, SecretState>,
  ) {}

  /** @returns why it has to be written; `undefined` if it is as it shall be */
  reasonToWrite(
    workspaceId: string,
    found: HcpTerraformVariable,
    wanted: HcpTerraformVariableInput,
  ): string | undefined {
    if (!this.fingerprints) {
      return 'written each time, as there is no soa.terraform.fingerprintKey';
    }
    const identity = identityOf(workspaceId, wanted);
    const state = this.states.get(secretId(identity));
    if (!state) {
      return 'not known to be written by the portal';
    }
    if (state.fingerprint !== this.fingerprints.of(identity, wanted.value)) {
      return 'another value';
    }
    return state.versionId === found.versionId
      ? undefined
      : 'changed in HCP Terraform';
  }

  /** @param written - the variable as the host gave it back */
  async remember(
    workspaceId: string,
    written: HcpTerraformVariable,
    wanted: HcpTerraformVariableInput,
  ): Promise<void> {
    if (this.fingerprints && wanted.sensitive) {
      const identity = identityOf(workspaceId, wanted);
      await this.fingerprints.save(identity, {
        fingerprint: this.fingerprints.of(identity, wanted.value),
        versionId: written.versionId,
      });
    }
  }
}

function identityOf(
  workspaceId: string,
  { category, key }: HcpTerraformVariableInput,
) {
  return { workspaceId, category, key };
}
