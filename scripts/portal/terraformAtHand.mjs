import { hasTerraform } from './programsAtHand.mjs';
import { canInitTerraform, terraformEnvironment } from './terraform.mjs';

/**
 * The environment in which Terraform can be tried.
 *
 * @returns `reason`, with the remedy, where it cannot
 */
export async function terraformAtHand(env) {
  if (!hasTerraform()) {
    return { reason: 'Install Terraform 1.9 or later and put it on the PATH.' };
  }
  const terraform = terraformEnvironment(env);
  return (await canInitTerraform(terraform))
    ? { env: terraform }
    : {
        reason:
          'Terraform gets no AWS provider: make the Terraform registry reachable, or name a folder of offline providers in SOA_TERRAFORM_OFFLINE.',
      };
}
