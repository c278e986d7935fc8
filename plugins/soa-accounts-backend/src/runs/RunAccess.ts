import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  placementIdentity,
  soaWorkspaceApplyPermission,
  soaWorkspaceDestroyPermission,
  soaWorkspacePlanPermission,
} from '@backstage-soa/plugin-soa-common';
import type {
  Workspace,
  WorkspaceRuns,
} from '@backstage-soa/plugin-soa-common';
import { declaredPlacements } from '../placements';

const PERMISSIONS = {
  plan: soaWorkspacePlanPermission,
  apply: soaWorkspaceApplyPermission,
  destroy: soaWorkspaceDestroyPermission,
};

/** What one can be permitted to do with the runs of a workspace. */
export type RunRight = keyof typeof PERMISSIONS;

/**
 * Who may start, apply and end the runs of a workspace that they may read: whoever
 * has the permission on the component that declares what it holds. Where none does,
 * tags alone say whose it is, and the workspace's own entity is asked for.
 */
export class RunAccess {
  constructor(
    private readonly options: {
      auth: AuthService;
      catalog: CatalogService;
      permissions: PermissionsService;
      environments: readonly string[];
    },
  ) {}

  /** The catalog entity on which one has to have the permissions. */
  async permittedOn(workspace: Workspace): Promise<string> {
    const { componentRef, placement, entityRef } = workspace;
    if (!componentRef || !placement) {
      return entityRef;
    }
    const { auth, catalog, environments } = this.options;
    // Whoever may not see the component must not be asked for less.
    const declared = await declaredPlacements({
      catalog,
      credentials: await auth.getOwnServiceCredentials(),
      filter: { componentRef },
      environments,
    });
    const wanted = placementIdentity(placement);
    return declared.some(({ placements }) =>
      placements.some(one => placementIdentity(one) === wanted),
    )
      ? componentRef
      : entityRef;
  }

  /** What the caller may do; other backends, which act for nobody, nothing. */
  async mayOf(
    permittedOn: string,
    credentials: BackstageCredentials,
  ): Promise<WorkspaceRuns['may']> {
    const { auth, permissions } = this.options;
    if (!auth.isPrincipal(credentials, 'user')) {
      return { plan: false, apply: false, destroy: false };
    }
    const [plan, apply, destroy] = await permissions.authorize(
      [PERMISSIONS.plan, PERMISSIONS.apply, PERMISSIONS.destroy].map(
        permission => ({ permission, resourceRef: permittedOn }),
      ),
      { credentials },
    );
    const isAllowed = ({ result }: { result: string }) => result === 'ALLOW';
    return {
      plan: isAllowed(plan),
      apply: isAllowed(apply),
      destroy: isAllowed(destroy),
    };
  }

  /**
   * @returns the entity reference of the caller
   * @throws NotAllowedError
   */
  async demand(
    right: RunRight,
    workspace: Workspace,
    credentials: BackstageCredentials,
  ): Promise<string> {
    if (!this.options.auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError('Runs are started and ended by a user');
    }
    const permittedOn = await this.permittedOn(workspace);
    const may = await this.mayOf(permittedOn, credentials);
    if (!may[right]) {
      throw new NotAllowedError(
        `You may not do this in ${workspace.name}: ask for the permission ${PERMISSIONS[right].name} on ${permittedOn}`,
      );
    }
    return credentials.principal.userEntityRef;
  }
}
