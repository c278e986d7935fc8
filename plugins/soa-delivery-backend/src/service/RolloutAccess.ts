import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  parsePlacements,
  placementIdentity,
  soaWorkspaceApplyPermission,
} from '@backstage-soa/plugin-soa-common';
import type { RolloutRequest } from '@backstage-soa/plugin-soa-common';

/** Who may see and start rollouts: whoever may read, and change, the component. */
export class RolloutAccess {
  constructor(
    private readonly options: {
      auth: AuthService;
      catalog: CatalogService;
      permissions: PermissionsService;
    },
  ) {}

  /**
   * @returns the entity reference of the initiator
   * @throws NotFoundError, NotAllowedError or InputError
   */
  async mayStart(
    { componentRef, placements }: RolloutRequest,
    credentials: BackstageCredentials,
  ): Promise<string> {
    const { auth, catalog, permissions } = this.options;
    if (!auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError('A rollout is started by a user');
    }
    const entity = await catalog.getEntityByRef(componentRef, { credentials });
    if (!entity) {
      throw new NotFoundError(
        `There is no component ${componentRef} in the catalog, or you may not see it`,
      );
    }
    const [{ result }] = await permissions.authorize(
      [{ permission: soaWorkspaceApplyPermission, resourceRef: componentRef }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not apply changes to ${componentRef}: ask for the permission soa.workspace.apply`,
      );
    }
    const declared = new Set(
      parsePlacements(entity.spec?.placements ?? []).placements.map(
        placementIdentity,
      ),
    );
    const strange = placements.find(
      placement => !declared.has(placementIdentity(placement)),
    );
    if (strange) {
      throw new InputError(
        `placements: ${componentRef} does not declare ${strange.key} in spec.placements, so nothing is applied there`,
      );
    }
    return credentials.principal.userEntityRef;
  }

  /** Which of the components the caller may read. */
  async readable(
    componentRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const entityRefs = [...new Set(componentRefs)];
    const { items } = await this.options.catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind', 'metadata.name', 'metadata.namespace'] },
      { credentials },
    );
    return new Set(entityRefs.filter((_, index) => items[index]));
  }
}
