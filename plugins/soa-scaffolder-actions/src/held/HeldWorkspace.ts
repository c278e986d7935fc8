import type {
  HcpTerraformClient,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';

/** A workspace that belongs to the component that an action is about. */
export interface HeldWorkspace {
  /** `organization/name` */
  fullName: string;
  client: HcpTerraformClient;
  workspace: HcpTerraformWorkspace;
  /** For people. */
  url: string;
  /** Also where its tags do not name an environment that is known. */
  isProduction: boolean;
}
