import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/**
 * To see the events that are attributed to a catalog entity.
 *
 * @public
 */
export const soaAuditReadPermission = createPermission({
  name: 'soa.audit.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To see every event of the organisation.
 *
 * @public
 */
export const soaAuditReadAllPermission = createPermission({
  name: 'soa.audit.read.all',
  attributes: { action: 'read' },
});

/**
 * To see IP addresses and user agents of events.
 *
 * @public
 */
export const soaAuditReadNetworkPermission = createPermission({
  name: 'soa.audit.read.network',
  attributes: { action: 'read' },
});

/**
 * To start runs that plan only, in the workspaces of a catalog entity.
 *
 * @public
 */
export const soaWorkspacePlanPermission = createPermission({
  name: 'soa.workspace.plan',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To apply changes in the workspaces of a catalog entity.
 *
 * @public
 */
export const soaWorkspaceApplyPermission = createPermission({
  name: 'soa.workspace.apply',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To destroy what the workspaces of a catalog entity have made, and to delete them.
 *
 * @public
 */
export const soaWorkspaceDestroyPermission = createPermission({
  name: 'soa.workspace.destroy',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To have the deploy access taken away of components that have gone from the catalog.
 *
 * @public
 */
export const soaAccessReleasePermission = createPermission({
  name: 'soa.access.release',
  attributes: { action: 'delete' },
});

/**
 * To approve or reject what rollouts of a catalog entity ask for. Beside it, one has to
 * be a member of a group that is asked.
 *
 * @public
 */
export const soaRolloutApprovePermission = createPermission({
  name: 'soa.rollout.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * To have AWS accounts made, moved and tagged.
 *
 * @public
 */
export const soaAccountCreatePermission = createPermission({
  name: 'soa.account.create',
  attributes: { action: 'create' },
});

/**
 * To free locks of others, and to see all of them.
 *
 * @public
 */
export const soaLockReleasePermission = createPermission({
  name: 'soa.lock.release',
  attributes: { action: 'delete' },
});

/**
 * To free network ranges of others, and to see all of them.
 *
 * @public
 */
export const soaNetworkReleasePermission = createPermission({
  name: 'soa.network.release',
  attributes: { action: 'delete' },
});
