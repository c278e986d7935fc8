import type {
  BackstageCredentials,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import { unlessAborted } from '@backstage-soa/plugin-soa-node';

/**
 * Makes sure that the initiator may see the component and may do this to what it
 * runs on: the input of a template can be sent past its form. In a dry run, the
 * component may be one that is registered by an earlier step.
 *
 * @param options - `input`: what names the component; `mayBeNew`: whether it is
 *   seen to elsewhere who may make one that the catalog does not show
 * @returns `undefined` for one that the catalog does not show
 * @throws NotFoundError or NotAllowedError if not
 */
export async function checkComponent(options: {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  permissions: PermissionsService;
  componentRef: string;
  permission: ResourcePermission;
  input?: string;
  mayBeNew?: boolean;
  credentials: BackstageCredentials;
  isDryRun: boolean;
  logger: Pick<LoggerService, 'info'>;
  signal?: AbortSignal;
}): Promise<Entity | undefined> {
  const {
    catalog,
    permissions,
    componentRef,
    permission,
    input = 'componentRef',
    mayBeNew = false,
    credentials,
    signal,
  } = options;
  const entity = await unlessAborted(
    catalog.getEntityByRef(componentRef, { credentials }),
    signal,
  );
  if (!entity) {
    if (mayBeNew) {
      return undefined;
    }
    if (options.isDryRun) {
      options.logger.info(
        `Whether you may do this is unknown: the catalog does not show ${componentRef} yet`,
      );
      return undefined;
    }
    throw new NotFoundError(
      `${input}: there is no component ${componentRef} in the catalog, or you may not see it: register it first`,
    );
  }
  const [{ result }] = await unlessAborted(
    permissions.authorize([{ permission, resourceRef: componentRef }], {
      credentials,
    }),
    signal,
  );
  if (result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `${input}: you may not do this in the workspaces of ${componentRef}: ask for the permission ${permission.name}`,
    );
  }
  return entity;
}
