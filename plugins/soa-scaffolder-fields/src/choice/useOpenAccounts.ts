import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { soaAccountsApiRef, useLoaded } from '@backstage-soa/plugin-soa-react';
import { fromOptionOrField } from './fromOptionOrField';
import { isOpenTo } from './isOpenTo';

/** The group that owns the product in the form, once it is known. */
function useProductOwner(product: string | undefined): string | undefined {
  const catalog = useApi(catalogApiRef);
  const { value } = useLoaded(product ?? '', async () => {
    const entity = product && (await catalog.getEntityByRef(product));
    const owner = entity && entity.spec?.owner;
    return {
      owner:
        typeof owner === 'string' && owner
          ? stringifyEntityRef(
              parseEntityRef(owner, {
                defaultKind: 'group',
                defaultNamespace:
                  entity.metadata.namespace ?? DEFAULT_NAMESPACE,
              }),
            )
          : undefined,
    };
  });
  return value?.owner;
}

/**
 * The accounts of the chosen environment and runtime, told by whether they are
 * open to the owner in the form, or to that of the product in it.
 */
export function useOpenAccounts(
  options:
    | (Readonly<Record<string, unknown>> & { runtime?: string })
    | undefined,
  form: unknown,
) {
  const api = useApi(soaAccountsApiRef);
  const query = {
    environment: fromOptionOrField(options, form, 'environment'),
    runtime: options?.runtime,
  };
  const productOwner = useProductOwner(
    fromOptionOrField(options, form, 'product'),
  );
  const owner =
    productOwner ??
    fromOptionOrField({ ownerField: 'owner', ...options }, form, 'owner');
  const loaded = useLoaded(JSON.stringify(query), signal =>
    api.listAccounts(query, signal),
  );
  const open = loaded.value?.filter(account => isOpenTo(account, owner));
  return {
    loaded,
    open,
    /** Those that are not open to the owner. */
    closed: loaded.value?.filter(account => !isOpenTo(account, owner)) ?? [],
  };
}
