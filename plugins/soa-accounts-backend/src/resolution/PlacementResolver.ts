import type {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  organizationalUnitEntityRef,
  ownerRef,
  parsePlacements,
  serviceNameProblem,
} from '@backstage-soa/plugin-soa-common';
import type {
  PlacementRequest,
  PlacementResolution,
} from '@backstage-soa/plugin-soa-common';
import type { ReadableEntities } from '../access';
import { platformProblems } from '../platform';
import type { PlatformReader } from '../platform';
import type { SnapshotReader } from '../snapshot';
import { accountsProblem } from './accountsProblem';
import type { PlacementPolicy } from './PlacementPolicy';
import { resolvePlacements } from './resolvePlacements';
import { unreadOrganizations } from './unreadOrganizations';

/** Answers what a form asks for, for whoever asks. */
export class PlacementResolver {
  constructor(
    private readonly options: {
      auth: AuthService;
      catalog: CatalogService;
      userInfo: UserInfoService;
      readable: ReadableEntities;
      inventory: Pick<SnapshotReader, 'read'>;
      /** The accounts through which organisations are read. */
      managementAccounts: readonly string[];
      environments: string[];
      regions: string[];
      terraformOrganization: string | undefined;
      platformOwners: readonly string[];
      platforms: Pick<PlatformReader, 'read'>;
    },
  ) {}

  async resolve(
    request: PlacementRequest,
    credentials: BackstageCredentials,
  ): Promise<PlacementResolution> {
    const {
      environments,
      regions,
      terraformOrganization,
      managementAccounts,
      platformOwners,
    } = this.options;
    const { snapshot, sources } = await this.options.inventory.read();
    const problem = accountsProblem(managementAccounts, sources);
    if (problem) {
      return {
        placements: [],
        problems: [{ input: 'stages', message: problem }],
      };
    }
    const owner = ownerRef(request.owner) ?? request.owner;
    const [accounts, units, groups, memberships, existing] = await Promise.all([
      this.#readable(
        snapshot.accounts,
        ({ entityRef }) => entityRef,
        credentials,
      ),
      request.stages.some(({ organizationalUnit }) => organizationalUnit)
        ? this.#readable(
            snapshot.units,
            ({ id }) => organizationalUnitEntityRef(id),
            credentials,
          )
        : [],
      this.#groups(owner),
      this.#memberships(credentials),
      this.#existing(request, credentials),
    ]);
    const resolution = resolvePlacements(
      { ...request, owner },
      {
        environments,
        regions,
        terraformOrganization,
        accounts,
        organizationalUnits: units,
        platformOwners,
        unreadOrganizations: unreadOrganizations(managementAccounts, sources),
        workspaces: snapshot.workspaces.filter(
          ({ organization }) => organization === terraformOrganization,
        ),
        ownerExists: groups.has(owner),
        memberships,
        existing,
      },
    );
    const { problems, unknowns } = await platformProblems(
      request,
      resolution.placements,
      this.options.platforms,
    );
    if (problems.length > 0) {
      return { placements: [], problems };
    }
    return { ...resolution, ...(unknowns.length > 0 && { unknowns }) };
  }

  async #readable<T>(
    items: readonly T[],
    refOf: (item: T) => string,
    credentials: BackstageCredentials,
  ): Promise<T[]> {
    const may = await this.options.readable.refs(items.map(refOf), credentials);
    return items.filter(item => may.has(refOf(item)));
  }

  async #groups(owner: string): Promise<Set<string>> {
    return ownerRef(owner)?.startsWith('group:')
      ? this.options.readable.existing([owner])
      : new Set();
  }

  /** Other backends belong to no group: they ask on nobody's behalf. */
  async #memberships(credentials: BackstageCredentials) {
    return this.options.readable.isService(credentials)
      ? undefined
      : (await this.options.userInfo.getUserInfo(credentials))
          .ownershipEntityRefs;
  }

  /** Reads the component as the portal, so that a hidden one is not taken for none. */
  async #existing(
    { name, namespace = 'default' }: PlacementRequest,
    credentials: BackstageCredentials,
  ): Promise<PlacementPolicy['existing']> {
    if (serviceNameProblem(name)) {
      return undefined;
    }
    const { auth, catalog, readable } = this.options;
    const ref = `component:${namespace}/${name}`.toLocaleLowerCase('en-US');
    const entity = await catalog.getEntityByRef(ref, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    if (!entity) {
      return undefined;
    }
    const owner = entity.spec?.owner;
    return {
      owner:
        typeof owner === 'string'
          ? ownerRef(owner, entity.metadata.namespace)
          : undefined,
      placements: parsePlacements(entity.spec?.placements ?? []).placements,
      isVisible: (await readable.refs([ref], credentials)).has(ref),
    };
  }
}
