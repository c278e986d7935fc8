import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  soaWorkspaceApplyPermission,
  soaWorkspaceDestroyPermission,
} from '@backstage-soa/plugin-soa-common';
import type { RolloutRequest } from '@backstage-soa/plugin-soa-common';
import { refuseForeignSource } from '@backstage-soa/plugin-soa-node';
import { refuseUndeclared } from './refuseUndeclared';

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
   * @returns the entity references of the initiator and of the component, and the plan
   *   that the component itself has
   * @throws NotFoundError, NotAllowedError or InputError
   */
  async mayStart(
    { componentRef: wanted, placements, source, operation }: RolloutRequest,
    credentials: BackstageCredentials,
  ): Promise<{ initiator: string; componentRef: string; plan: unknown }> {
    const { auth, catalog, permissions } = this.options;
    if (!auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError('A rollout is started by a user');
    }
    const entity = await catalog.getEntityByRef(wanted, { credentials });
    if (!entity) {
      throw new NotFoundError(
        `There is no component ${wanted} in the catalog, or you may not see it`,
      );
    }
    const componentRef = stringifyEntityRef(entity);
    const permission =
      operation === 'destroy'
        ? soaWorkspaceDestroyPermission
        : soaWorkspaceApplyPermission;
    const [{ result }] = await permissions.authorize(
      [{ permission, resourceRef: componentRef }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not ${
          operation === 'destroy' ? 'destroy what belongs' : 'apply changes'
        } to ${componentRef}: ask for the permission ${permission.name}`,
      );
    }
    refuseForeignSource(entity, source.url, { input: 'source.url' });
    refuseUndeclared(entity, componentRef, placements);
    return {
      initiator: credentials.principal.userEntityRef,
      componentRef,
      plan: entity.spec?.rollout,
    };
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
