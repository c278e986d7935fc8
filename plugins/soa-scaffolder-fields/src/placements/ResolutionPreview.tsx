import { Alert, Flex, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  PlacementRequest,
  PlacementResolution,
} from '@backstage-soa/plugin-soa-common';
import {
  ErrorState,
  soaAccountsApiRef,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { soaScaffolderFieldsTranslationRef } from '../translation';
import { PlacementList } from './PlacementList';

const NOTHING: PlacementResolution = { placements: [], problems: [] };

/** What would be made, or every reason why it cannot be. */
export function ResolutionPreview(props: {
  request: PlacementRequest | undefined;
  /** The reasons that the form itself tells already. */
  told?: readonly string[];
}) {
  const { request, told = [] } = props;
  const api = useApi(soaAccountsApiRef);
  const { t } = useTranslationRef(soaScaffolderFieldsTranslationRef);
  const {
    value = NOTHING,
    error,
    reload,
  } = useLoaded(JSON.stringify(request ?? null), signal =>
    request ? api.resolvePlacements(request, signal) : Promise.resolve(NOTHING),
  );
  if (error) {
    return (
      <ErrorState title={t('preview.failed')} error={error} onRetry={reload} />
    );
  }
  const problems = value.problems.filter(
    ({ message }) => !told.includes(message),
  );
  return (
    <div role="status" aria-live="polite">
      {problems.length > 0 && (
        <Alert
          status="warning"
          icon
          title={t('preview.refused')}
          description={problems.map(({ message }) => message).join(' ')}
        />
      )}
      {value.placements.length > 0 && (
        <Flex direction="column" gap="1">
          <Text weight="bold">{t('preview.title')}</Text>
          <PlacementList placements={value.placements} />
        </Flex>
      )}
    </div>
  );
}
