import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ownerRef,
  soaWorkspaceApplyPermission,
  soaWorkspaceDestroyPermission,
} from '@backstage-soa/plugin-soa-common';
import type { RolloutRequest } from '@backstage-soa/plugin-soa-common';
import { refuseForeignSource } from '@backstage-soa/plugin-soa-node';
import type { ListedRollout } from '../store';
import { refuseUndeclared } from './refuseUndeclared';

type ReadRollout = Pick<ListedRollout, 'componentRef' | 'initiator' | 'owner'>;

/** Who may see and start rollouts: whoever may read, and change, the component. */
export class RolloutAccess {
  constructor(
    private readonly options: {
      auth: AuthService;
      catalog: CatalogService;
      permissions: PermissionsService;
      userInfo: UserInfoService;
    },
  ) {}

  /**
   * @returns the entity references of the initiator, of the component and of its owner,
   *   and the uid and the plan that the component itself has
   * @throws NotFoundError, NotAllowedError or InputError
   */
  async mayStart(
    { componentRef: wanted, placements, source, operation }: RolloutRequest,
    credentials: BackstageCredentials,
  ): Promise<{
    initiator: string;
    componentRef: string;
    componentUid: string | undefined;
    owner: string | undefined;
    plan: unknown;
  }> {
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
      componentUid: entity.metadata.uid,
      owner: ownerRef(
        String(entity.spec?.owner ?? ''),
        entity.metadata.namespace,
      ),
      plan: entity.spec?.rollout,
    };
  }

  /**
   * Which of some rollouts the caller may read: those of components that they may read,
   * and of components that have left the catalog what they have started or their groups
   * owned. What was destroyed is told to somebody.
   */
  async readableRollouts<T extends ReadRollout>(
    rollouts: readonly T[],
    credentials: BackstageCredentials,
  ): Promise<Set<T>> {
    const refsOf = (some: readonly T[]) =>
      some.map(({ componentRef }) => componentRef);
    const readable = await this.readable(refsOf(rollouts), credentials);
    const found = new Set(
      rollouts.filter(({ componentRef }) => readable.has(componentRef)),
    );
    const others = rollouts.filter(rollout => !found.has(rollout));
    if (others.length === 0) {
      return found;
    }
    const { auth, userInfo } = this.options;
    const there = await this.readable(
      refsOf(others),
      await auth.getOwnServiceCredentials(),
    );
    const gone = others.filter(({ componentRef }) => !there.has(componentRef));
    if (gone.length === 0) {
      return found;
    }
    if (!auth.isPrincipal(credentials, 'user')) {
      return new Set([...found, ...gone]);
    }
    const { userEntityRef } = credentials.principal;
    const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
    const own = new Set(
      [userEntityRef, ...ownershipEntityRefs].map(ref =>
        ref.toLocaleLowerCase('en-US'),
      ),
    );
    gone
      .filter(({ initiator, owner }) =>
        [initiator, owner].some(ref => ref && own.has(ref)),
      )
      .forEach(rollout => found.add(rollout));
    return found;
  }

  /** Which of the components the caller may read. */
  async readable(
    componentRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const entityRefs = [...new Set(componentRefs)];
    if (entityRefs.length === 0) {
      return new Set();
    }
    const { items } = await this.options.catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind', 'metadata.name', 'metadata.namespace'] },
      { credentials },
    );
    return new Set(entityRefs.filter((_, index) => items[index]));
  }
}
