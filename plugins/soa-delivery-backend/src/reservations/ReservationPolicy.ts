import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import {
  parsePlacements,
  soaWorkspaceApplyPermission,
} from '@backstage-soa/plugin-soa-common';
import type {
  ReservationOwner,
  ReservationPurpose,
} from '@backstage-soa/plugin-soa-common';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';
import type { RolloutEnds } from './RolloutEnds';

const AT_ONCE = 200;

/** Who may reserve something for a component, see what is reserved, and free it. */
export class ReservationPolicy {
  constructor(
    private readonly options: {
      auth: AuthService;
      catalog: CatalogService;
      permissions: PermissionsService;
      accounts: Pick<SoaAccountsClient, 'resolvePlacements'>;
      rollouts: RolloutEnds;
    },
  ) {}

  /**
   * Whoever may read and apply the component, which has to declare a placement
   * there; or whoever the organisation allows the placement that it is for.
   *
   * @param place - `region` and `account` are absent for what is in none
   * @returns the entity reference of the initiator
   * @throws NotAllowedError, NotFoundError or InputError
   */
  async mayReserve(
    owner: ReservationOwner,
    purpose: ReservationPurpose | undefined,
    place: { account?: string; region?: string },
    credentials: BackstageCredentials,
  ): Promise<string> {
    const { auth, catalog } = this.options;
    if (!auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError('Something is reserved by a user');
    }
    const { componentRef } = owner;
    const entity = await catalog.getEntityByRef(componentRef, { credentials });
    if (entity) {
      const [may] = await this.#mayApply([componentRef], credentials);
      if (!may) {
        throw new NotAllowedError(
          `You may not reserve anything for ${componentRef}: ask for the permission ${soaWorkspaceApplyPermission.name}`,
        );
      }
    } else if (!purpose) {
      throw new NotFoundError(
        `There is no component ${componentRef} in the catalog, or you may not see it: register it first, or say in purpose which placement it is for`,
      );
    }
    if (owner.kind === 'rollout') {
      await this.#refuseOtherRollout(owner);
    }
    if (!entity || !isDeclared(entity, owner, place)) {
      await this.#refuseNotAllowed(owner, purpose, place, credentials);
    }
    return credentials.principal.userEntityRef;
  }

  /** Which of some reservations the caller may see, and which the caller may free. */
  async sight<T extends { owner: ReservationOwner }>(
    items: readonly T[],
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<{ readable: Set<T>; releasable: Set<T> }> {
    const { permissions } = this.options;
    const [{ result }] = await permissions.authorize([{ permission }], {
      credentials,
    });
    if (result === AuthorizeResult.ALLOW) {
      return { readable: new Set(items), releasable: new Set(items) };
    }
    const refs = [...new Set(items.map(({ owner }) => owner.componentRef))];
    const readable = await this.readable(refs, credentials);
    const seen = refs.filter(ref => readable.has(ref));
    const may = await this.#mayApply(seen, credentials);
    const applied = new Set(seen.filter((_, index) => may[index]));
    return {
      readable: new Set(
        items.filter(({ owner }) => readable.has(owner.componentRef)),
      ),
      releasable: new Set(
        items.filter(({ owner }) => applied.has(owner.componentRef)),
      ),
    };
  }

  /** Which of the components the caller may read. */
  async readable(
    componentRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    if (componentRefs.length === 0) {
      return new Set();
    }
    const entityRefs = [...componentRefs];
    const { items } = await this.options.catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind', 'metadata.name', 'metadata.namespace'] },
      { credentials },
    );
    return new Set(entityRefs.filter((_, index) => items[index]));
  }

  async #mayApply(
    componentRefs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<boolean[]> {
    const may: boolean[] = [];
    for (let start = 0; start < componentRefs.length; start += AT_ONCE) {
      const results = await this.options.permissions.authorize(
        componentRefs.slice(start, start + AT_ONCE).map(resourceRef => ({
          permission: soaWorkspaceApplyPermission,
          resourceRef,
        })),
        { credentials },
      );
      may.push(
        ...results.map(({ result }) => result === AuthorizeResult.ALLOW),
      );
    }
    return may;
  }

  async #refuseOtherRollout({ componentRef, id }: ReservationOwner) {
    if ((await this.options.rollouts.componentOf(id)) !== componentRef) {
      throw new InputError(
        `owner.id: ${componentRef} has no rollout ${id}, or it has ended: name one that goes on`,
      );
    }
  }

  async #refuseNotAllowed(
    owner: ReservationOwner,
    purpose: ReservationPurpose | undefined,
    { account, region }: { account?: string; region?: string },
    credentials: BackstageCredentials,
  ): Promise<void> {
    const { kind, id, componentRef } = owner;
    const where = [account, region, kind === 'environment' && id]
      .filter(Boolean)
      .join(', ');
    if (!purpose) {
      throw new InputError(
        `purpose: ${componentRef} declares no placement in ${where}: declare it in spec.placements, or say here which placement it is for`,
      );
    }
    const { placement, owner: group } = purpose;
    const isOfOwner = kind !== 'environment' || placement.environment === id;
    if (
      (account && placement.account !== account) ||
      (region && placement.region !== region) ||
      !isOfOwner
    ) {
      throw new InputError(
        `purpose.placement: it is not in ${where}: name the placement that this is reserved for`,
      );
    }
    const { namespace, name } = parseEntityRef(componentRef);
    const { environment, runtime } = placement;
    const { problems } = await this.options.accounts.resolvePlacements(
      {
        name,
        namespace,
        owner: group,
        runtime,
        stages: [
          {
            environment,
            regions: [placement.region],
            account: placement.account,
          },
        ],
      },
      { credentials },
    );
    if (problems.length > 0) {
      throw new InputError(
        `purpose: ${problems.map(({ message }) => message).join(' ')}`,
      );
    }
  }
}

function isDeclared(
  entity: Entity,
  { kind, id }: ReservationOwner,
  { account, region }: { account?: string; region?: string },
): boolean {
  const needsPlacement = account !== undefined || kind === 'environment';
  return (
    !needsPlacement ||
    parsePlacements(entity.spec?.placements ?? []).placements.some(
      placement =>
        (!account || placement.account === account) &&
        (!region || [region, 'global'].includes(placement.region)) &&
        (kind !== 'environment' || placement.environment === id),
    )
  );
}
