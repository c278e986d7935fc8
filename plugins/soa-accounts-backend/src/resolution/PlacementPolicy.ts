import type {
  Account,
  OrganizationalUnit,
  Placement,
  Workspace,
} from '@backstage-soa/plugin-soa-common';

/** What the organisation allows, and what there is already. */
export interface PlacementPolicy {
  environments: readonly string[];
  /** The allowed Regions; any if empty. */
  regions: readonly string[];
  /** Those that the initiator may see. */
  accounts: readonly Account[];
  /** Roots and OUs that the initiator may see. */
  organizationalUnits: readonly OrganizationalUnit[];
  /** The groups that may give accounts their platform. */
  platformOwners: readonly string[];
  /** What to say of organisations whose accounts are not known, if any. */
  unreadOrganizations?: string;
  /** All that there are in the organization that workspaces are made in. */
  workspaces: readonly Workspace[];
  /** The HCP Terraform organization that workspaces are made in. */
  terraformOrganization?: string;
  /** Whether the catalog knows the owning group. */
  ownerExists: boolean;
  /** What the initiator belongs to; `undefined`: it is no person. */
  memberships?: readonly string[];
  /** The component of this name, if there is one. */
  existing?: {
    owner?: string;
    placements: readonly Placement[];
    /** Whether the initiator may see it. */
    isVisible: boolean;
  };
}
