import { Alert, Flex, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PlacementStage } from '@backstage-soa/plugin-soa-common';
import {
  LoadedContent,
  soaAccountsApiRef,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { fromOptionOrField } from '../choice';
import { PlacementList, toRequest } from '../placements';
import { OfService, ServicePlacementList } from '../service';
import type { ServiceFacts } from '../service';
import { soaScaffolderFieldsTranslationRef } from '../translation';
import { CostList } from './CostList';
import { costLines } from './costLines';
import { Destruction } from './Destruction';
import type { reviewFieldSchema } from './schema';

type Props = typeof reviewFieldSchema.TProps;

/** Shows what a form will make or reach, and which of its choices cost money. */
export function Review(props: Props) {
  const { 'ui:options': options } = props.uiSchema;
  const { placementsField, componentField, destroys } = options ?? {};
  const form = (props.formContext?.formData ?? {}) as Record<string, unknown>;
  const component = fromOptionOrField(options, form, 'component');
  if (!componentField) {
    return <ReviewOfNew {...props} />;
  }
  if (destroys) {
    return (
      <OfService component={component}>
        {() => <Destruction component={component!} />}
      </OfService>
    );
  }
  if (!placementsField) {
    return (
      <OfService component={component}>
        {service => <ReviewOfNew {...props} service={service} />}
      </OfService>
    );
  }
  return (
    <OfService component={component}>
      {() => (
        <ServicePlacementList
          component={component!}
          chosen={chosenIn(form[placementsField])}
        />
      )}
    </OfService>
  );
}

function ReviewOfNew(props: Props & { service?: ServiceFacts }) {
  const { uiSchema, formContext, schema, service } = props;
  const {
    runtime = 'ecs-fargate',
    stagesField = 'stages',
    places = true,
    costs = [],
  } = uiSchema['ui:options'] ?? {};
  const form = (formContext?.formData ?? {}) as Record<string, unknown>;
  const stages = (form[stagesField] ?? []) as PlacementStage[];
  const request = toRequest(
    form,
    runtime,
    stages.filter(({ environment }) => environment),
    service,
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
              {!request && places && <Text>{t('review.incomplete')}</Text>}
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

/** One, several, or all. */
function chosenIn(value: unknown): string[] | undefined {
  const chosen = [value ?? []].flat().map(String).filter(Boolean);
  return chosen.length > 0 ? chosen : undefined;
}
