import type {
  BackstageCredentials,
  LoggerService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { ANNOTATION_LOCATION } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ownerRef,
  soaWorkspaceApplyPermission,
} from '@backstage-soa/plugin-soa-common';
import { checkComponent, checkOwner } from '../policy';
import { catalogInfoName } from './readRepository';
import { repositoryPlace } from './repositoryPlace';
import type { Service } from './Service';

/** What is asked about a service. */
export interface FindServiceOptions {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  permissions: PermissionsService;
  userInfo: UserInfoService;
  componentRef: string;
  /** Whether its repository is to be changed, which is its owner's to do. */
  isChange: boolean;
  credentials: BackstageCredentials;
  logger: Pick<LoggerService, 'info'>;
  signal?: AbortSignal;
}

/** All of a service that the catalog knows. */
export type KnownService = Omit<Service, 'files' | 'placements'> & {
  catalogInfoUrl: string;
};

/**
 * Finds a service for somebody who may apply it, and, where it is to be changed,
 * belongs to its owner: the portal reads and changes repositories with its own rights.
 *
 * @throws NotFoundError, NotAllowedError or InputError
 */
export async function findService(
  options: FindServiceOptions,
): Promise<KnownService> {
  const { isChange, credentials, userInfo } = options;
  const entity = await checkComponent({
    ...options,
    permission: soaWorkspaceApplyPermission,
    // Of what is not there, nothing can be changed, in a dry run, too.
    isDryRun: false,
  });
  const { name, namespace = 'default' } = entity!.metadata;
  const componentRef = options.componentRef.toLocaleLowerCase('en-US');
  if (namespace !== 'default') {
    throw new InputError(
      `componentRef: ${componentRef} is in the namespace ${namespace}, and templates of this portal make services in "default" only: change its repository by hand`,
    );
  }
  const owner = ownerOf(entity!, componentRef);
  if (isChange) {
    await checkOwner({ userInfo, owner, credentials });
  }
  const location = entity!.metadata.annotations?.[ANNOTATION_LOCATION];
  const catalogInfoUrl = location?.replace(/^url:/, '') ?? '';
  const place = location?.startsWith('url:')
    ? repositoryPlace(catalogInfoUrl)
    : undefined;
  if (!place) {
    throw new InputError(
      `componentRef: the catalog has ${componentRef} from ${
        location ?? 'nowhere'
      }, which is no repository: register it from the catalog-info.yaml in its repository`,
    );
  }
  return {
    entity: entity!,
    componentRef,
    name,
    owner,
    place,
    catalogInfo: catalogInfoName(catalogInfoUrl),
    catalogInfoUrl,
  };
}

function ownerOf(entity: Entity, componentRef: string): string {
  const written = entity.spec?.owner;
  const owner =
    typeof written === 'string'
      ? ownerRef(written, entity.metadata.namespace)
      : undefined;
  if (!owner) {
    throw new InputError(
      `componentRef: ${componentRef} has no owner: write one into spec.owner of its catalog-info.yaml`,
    );
  }
  return owner;
}
