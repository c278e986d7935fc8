import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  soaWorkspaceApplyPermission,
  soaWorkspaceDestroyPermission,
} from '@backstage-soa/plugin-soa-common';

const AT_ONCE = 100;

/** What the caller may do with a component. */
export interface SandboxRights {
  mayApply: boolean;
  mayDestroy: boolean;
}

/** Who may see sandbox environments, and change until when they are there. */
export class SandboxPolicy {
  constructor(
    private readonly options: {
      auth: AuthService;
      catalog: CatalogService;
      permissions: PermissionsService;
    },
  ) {}

  /**
   * @returns the entity reference of the caller
   * @throws NotAllowedError unless it is a user
   */
  user(credentials: BackstageCredentials): string {
    const { auth } = this.options;
    if (!auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError('A sandbox environment is asked for by a user');
    }
    return credentials.principal.userEntityRef;
  }

  /** @throws NotFoundError where the caller sees none */
  async component(
    componentRef: string,
    credentials: BackstageCredentials,
  ): Promise<Entity> {
    const { catalog } = this.options;
    const entity = await catalog.getEntityByRef(componentRef, { credentials });
    if (!entity) {
      throw new NotFoundError(
        `There is no component ${componentRef} in the catalog, or you may not see it: register it first`,
      );
    }
    return entity;
  }

  /** Of those components that the caller may read; the others are left out. */
  async rights(
    componentRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, SandboxRights>> {
    const { catalog, permissions } = this.options;
    const rights = new Map<string, SandboxRights>();
    for (let start = 0; start < componentRefs.length; start += AT_ONCE) {
      const entityRefs = componentRefs.slice(start, start + AT_ONCE);
      const { items } = await catalog.getEntitiesByRefs(
        {
          entityRefs,
          fields: ['kind', 'metadata.name', 'metadata.namespace'],
        },
        { credentials },
      );
      const refs = entityRefs.filter((_, index) => items[index]);
      const answers = await permissions.authorize(
        refs.flatMap(resourceRef => [
          { permission: soaWorkspaceApplyPermission, resourceRef },
          { permission: soaWorkspaceDestroyPermission, resourceRef },
        ]),
        { credentials },
      );
      const may = answers.map(({ result }) => result === AuthorizeResult.ALLOW);
      refs.forEach((ref, index) =>
        rights.set(ref, {
          mayApply: may[index * 2],
          mayDestroy: may[index * 2 + 1],
        }),
      );
    }
    return rights;
  }

  /** @throws NotAllowedError that names the permission */
  refuseUnless(
    { mayApply, mayDestroy }: SandboxRights,
    needed: 'apply' | 'destroy',
    componentRef: string,
  ): void {
    if (needed === 'apply' ? !mayApply : !mayDestroy) {
      const { name } =
        needed === 'apply'
          ? soaWorkspaceApplyPermission
          : soaWorkspaceDestroyPermission;
      throw new NotAllowedError(
        `You may not do this to ${componentRef}: ask for the permission ${name}`,
      );
    }
  }
}
