/**
 * Where the runs of a workspace take place: at HCP Terraform, or at the agents
 * of a pool.
 *
 * @public
 */
export type HcpTerraformExecutionMode = 'remote' | 'agent' | 'local';
