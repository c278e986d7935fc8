import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  DEPLOYING_WORKSPACE_MAX_LENGTH,
  soaAccessReleasePermission,
  soaWorkspaceApplyPermission,
  soaWorkspaceDestroyPermission,
} from '@backstage-soa/plugin-soa-common';
import type { DeployAccessRequest } from '@backstage-soa/plugin-soa-common';
import { checkPlacements } from '@backstage-soa/plugin-soa-node';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';

/** Who may ask for deploy access, see it, and have it taken away. */
export class AccessPolicy {
  constructor(
    private readonly options: {
      auth: AuthService;
      catalog: CatalogService;
      permissions: PermissionsService;
      accounts: SoaAccountsClient;
    },
  ) {}

  /**
   * Whoever may have the placements, and may apply the component if the catalog
   * knows it already: one that has just been registered it may not know yet.
   *
   * @returns the entity reference of the initiator
   * @throws NotAllowedError or InputError
   */
  async mayRequest(
    { componentRef, owner, placements, dryRun }: DeployAccessRequest,
    credentials: BackstageCredentials,
    signal?: AbortSignal,
  ): Promise<string> {
    const user = this.#user(credentials);
    const tooLong = placements.find(
      ({ workspace }) =>
        workspace.split('/')[1].length > DEPLOYING_WORKSPACE_MAX_LENGTH,
    );
    if (tooLong) {
      throw new InputError(
        `placements: the workspace ${tooLong.workspace} has a name of more than ${DEPLOYING_WORKSPACE_MAX_LENGTH} characters, which is too long for the names of its roles: choose a shorter name of the service`,
      );
    }
    const { catalog, accounts } = this.options;
    if (await catalog.getEntityByRef(componentRef, { credentials })) {
      await this.#may(soaWorkspaceApplyPermission, componentRef, credentials);
    }
    // It refuses whoever may not see a component that is there, too.
    const { namespace, name } = parseEntityRef(componentRef);
    await checkPlacements({
      accounts,
      service: { name, namespace, owner },
      placements,
      // Asked before a placement is added to the repository of a component.
      adds: dryRun,
      credentials,
      signal,
    });
    return user;
  }

  /**
   * Whoever may destroy what the component has; of one that has gone from the
   * catalog, whoever may release what nobody else can.
   *
   * @returns the entity reference of the initiator, and whether it is such a release
   * @throws NotFoundError or NotAllowedError
   */
  async mayRemove(
    componentRef: string,
    credentials: BackstageCredentials,
  ): Promise<{ requestedBy: string; isRelease: boolean }> {
    const requestedBy = this.#user(credentials);
    const { catalog } = this.options;
    if (!(await catalog.getEntityByRef(componentRef, { credentials }))) {
      if (await this.#mayRelease(componentRef, credentials)) {
        return { requestedBy, isRelease: true };
      }
      throw new NotFoundError(
        `There is no component ${componentRef} in the catalog, or you may not see it: what a component has left that is gone, whoever has the permission ${soaAccessReleasePermission.name} takes away`,
      );
    }
    await this.#may(soaWorkspaceDestroyPermission, componentRef, credentials);
    return { requestedBy, isRelease: false };
  }

  /**
   * Whether the caller may read the component, or release what it has left: whoever
   * decides about that sees it.
   */
  async maySee(
    componentRef: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const { catalog } = this.options;
    if (await catalog.getEntityByRef(componentRef, { credentials })) {
      return true;
    }
    return (
      this.userRef(credentials) !== undefined &&
      this.#mayRelease(componentRef, credentials)
    );
  }

  /** The caller's entity reference; `undefined` for another backend. */
  userRef(credentials: BackstageCredentials): string | undefined {
    return this.options.auth.isPrincipal(credentials, 'user')
      ? credentials.principal.userEntityRef
      : undefined;
  }

  #user(credentials: BackstageCredentials): string {
    const user = this.userRef(credentials);
    if (!user) {
      throw new NotAllowedError('Deploy access is asked for by a user');
    }
    return user;
  }

  async #mayRelease(
    componentRef: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const { auth, catalog, permissions } = this.options;
    const isThere = await catalog.getEntityByRef(componentRef, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    if (isThere) {
      return false;
    }
    const [{ result }] = await permissions.authorize(
      [{ permission: soaAccessReleasePermission }],
      { credentials },
    );
    return result === AuthorizeResult.ALLOW;
  }

  async #may(
    permission: ResourcePermission,
    componentRef: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const [{ result }] = await this.options.permissions.authorize(
      [{ permission, resourceRef: componentRef }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not change the deploy access of ${componentRef}: ask for the permission ${permission.name}`,
      );
    }
  }
}
