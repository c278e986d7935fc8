import type { HcpTerraformRun } from './HcpTerraformRun';

/**
 * Why a run that has failed ended, as a sentence for people.
 *
 * @public
 */
export function runEnd({
  id,
  status,
}: Pick<HcpTerraformRun, 'id' | 'status'>): string {
  switch (status) {
    case 'discarded':
      return `Somebody discarded the run ${id} in HCP Terraform, so it is not applied. Start again to apply it.`;
    case 'canceled':
    case 'force_canceled':
      return `Somebody canceled the run ${id} in HCP Terraform: its log says how far it had come. Start again to apply it.`;
    default:
      return `The run ended as "${status}": its log in HCP Terraform says why.`;
  }
}
