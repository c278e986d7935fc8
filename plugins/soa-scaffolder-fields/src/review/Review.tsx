import { Alert, Flex, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PlacementStage } from '@backstage-soa/plugin-soa-common';
import {
  LoadedContent,
  soaAccountsApiRef,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { PlacementList, toRequest } from '../placements';
import { soaScaffolderFieldsTranslationRef } from '../translation';
import { CostList } from './CostList';
import { costLines } from './costLines';
import type { reviewFieldSchema } from './schema';

/** Shows what a form will make, and which of its choices cost money. */
export function Review(props: typeof reviewFieldSchema.TProps) {
  const { uiSchema, formContext, schema } = props;
  const {
    runtime = 'ecs-fargate',
    stagesField = 'stages',
    costs = [],
  } = uiSchema['ui:options'] ?? {};
  const form = (formContext?.formData ?? {}) as Record<string, unknown>;
  const stages = (form[stagesField] ?? []) as PlacementStage[];
  const request = toRequest(
    form,
    runtime,
    stages.filter(({ environment }) => environment),
  );
  const api = useApi(soaAccountsApiRef);
  const { t } = useTranslationRef(soaScaffolderFieldsTranslationRef);
  const loaded = useLoaded(JSON.stringify(request ?? null), async signal =>
    request
      ? api.resolvePlacements(request, signal)
      : { placements: [], problems: [] },
  );
  return (
    <section aria-label={schema.title ?? t('review.title')}>
      <Flex direction="column" gap="4">
        <LoadedContent
          loaded={loaded}
          loading={t('review.loading')}
          failed={t('preview.failed')}
        >
          {({ placements, problems }) => (
            <>
              {problems.length > 0 && (
                <Alert
                  status="warning"
                  icon
                  title={t('preview.refused')}
                  description={problems.map(({ message }) => message).join(' ')}
                />
              )}
              {!request && <Text>{t('review.incomplete')}</Text>}
              {placements.length > 0 && (
                <Flex direction="column" gap="2">
                  <Text as="h3" variant="title-x-small">
                    {t('review.workspaces', { count: placements.length })}
                  </Text>
                  <PlacementList placements={placements} />
                </Flex>
              )}
              <CostList lines={costLines(form, costs, placements.length)} />
            </>
          )}
        </LoadedContent>
      </Flex>
    </section>
  );
}
