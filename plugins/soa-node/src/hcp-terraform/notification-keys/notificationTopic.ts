/**
 * The topic of the events that HCP Terraform's notifications become, and the
 * last part of the address that they are sent to.
 *
 * @public
 */
export const HCP_TERRAFORM_TOPIC = 'soa-hcp-terraform';
