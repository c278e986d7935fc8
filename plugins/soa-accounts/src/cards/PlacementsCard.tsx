import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { ANNOTATION_ACCOUNT_ID } from '@backstage-soa/plugin-soa-common';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  soaAccountsApiRef,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { PlacementsTable } from './PlacementsTable';

/** *Where it runs*, on a component; *What runs here*, on an account. */
export function PlacementsCard(props: { of: 'component' | 'account' }) {
  const api = useApi(soaAccountsApiRef);
  const { entity } = useEntity();
  const query =
    props.of === 'component'
      ? { component: stringifyEntityRef(entity) }
      : { account: entity.metadata.annotations?.[ANNOTATION_ACCOUNT_ID] };
  const { value, error, reload } = useLoaded(JSON.stringify(query), signal =>
    api.listPlacements(query, signal),
  );
  return (
    <EntityInfoCard
      title={props.of === 'component' ? 'Where it runs' : 'What runs here'}
    >
      {error && (
        <ErrorState
          title="The placements could not be loaded"
          error={error}
          onRetry={reload}
        />
      )}
      {!value && !error && <LoadingState label="Loading placements" />}
      {value?.length === 0 && (
        <EmptyState
          title="Nothing runs here"
          description="No component that you may see has a placement here."
        />
      )}
      {value && value.length > 0 && (
        <PlacementsTable items={value} of={props.of} />
      )}
    </EntityInfoCard>
  );
}
