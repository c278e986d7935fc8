import { Alert, Flex, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import type {
  PlacementRequest,
  PlacementResolution,
} from '@backstage-soa/plugin-soa-common';
import {
  ErrorState,
  soaAccountsApiRef,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';

const NOTHING: PlacementResolution = { placements: [], problems: [] };

/** What would be made, or every reason why it cannot be. */
export function ResolutionPreview(props: {
  request: PlacementRequest | undefined;
}) {
  const { request } = props;
  const api = useApi(soaAccountsApiRef);
  const {
    value = NOTHING,
    error,
    reload,
  } = useLoaded(JSON.stringify(request ?? null), signal =>
    request ? api.resolvePlacements(request, signal) : Promise.resolve(NOTHING),
  );
  if (error) {
    return (
      <ErrorState
        title="The choice could not be checked"
        error={error}
        onRetry={reload}
      />
    );
  }
  return (
    <div role="status" aria-live="polite">
      {value.problems.length > 0 && (
        <Alert
          status="warning"
          icon
          title="The service cannot run there"
          description={value.problems.map(({ message }) => message).join(' ')}
        />
      )}
      {value.placements.length > 0 && (
        <Flex direction="column" gap="1">
          <Text weight="bold">This will be made</Text>
          <ul style={{ margin: 0 }}>
            {value.placements.map(placement => (
              <li key={placement.key}>
                <Text>
                  {placement.environment}, {placement.region}:{' '}
                  {placement.accountName} ({placement.account}), workspace{' '}
                  {placement.workspace}
                </Text>
              </li>
            ))}
          </ul>
        </Flex>
      )}
    </div>
  );
}
