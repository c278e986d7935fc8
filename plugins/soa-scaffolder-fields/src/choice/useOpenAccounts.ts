import { useApi } from '@backstage/core-plugin-api';
import { soaAccountsApiRef, useLoaded } from '@backstage-soa/plugin-soa-react';
import { fromOptionOrField } from './fromOptionOrField';
import { isOpenTo } from './isOpenTo';

/**
 * The accounts of the chosen environment and runtime, told by whether they are
 * open to the owner in the form.
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
  const owner = fromOptionOrField(
    { ownerField: 'owner', ...options },
    form,
    'owner',
  );
  const loaded = useLoaded(JSON.stringify(query), signal =>
    api.listAccounts(query, signal),
  );
  const open = loaded.value?.filter(account => isOpenTo(account, owner));
  return {
    loaded,
    open,
    /** How many are not open to the owner. */
    closed: (loaded.value?.length ?? 0) - (open?.length ?? 0),
  };
}
