import { Flex, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { GLOBAL_REGION } from '@backstage-soa/plugin-soa-common';
import type { PlacementStage } from '@backstage-soa/plugin-soa-common';
import {
  LoadedContent,
  soaAccountsApiRef,
  useLoaded,
  usePromotionOrder,
} from '@backstage-soa/plugin-soa-react';
import { fromOptionOrField, OnCard } from '../choice';
import { OfService } from '../service';
import type { ServiceFacts } from '../service';
import { soaScaffolderFieldsTranslationRef } from '../translation';
import { EnvironmentChoice } from './EnvironmentChoice';
import { isGlobal } from './isGlobal';
import { offersOf } from './offersOf';
import { ResolutionPreview } from './ResolutionPreview';
import type { placementsFieldSchema } from './schema';
import { toRequest } from './toRequest';

type Props = typeof placementsFieldSchema.TProps;

/**
 * Chooses environments and Regions among those that the organisation offers;
 * environments alone where what is made is in no Region.
 */
export function PlacementsPicker(props: Props) {
  const { 'ui:options': options } = props.uiSchema;
  return options?.componentField ? (
    <OfService
      component={fromOptionOrField(
        options,
        props.formContext?.formData,
        'component',
      )}
    >
      {service => <PlacementsChoice {...props} service={service} />}
    </OfService>
  ) : (
    <PlacementsChoice {...props} />
  );
}

function PlacementsChoice(props: Props & { service?: ServiceFacts }) {
  const { formData = [], onChange, uiSchema, formContext, schema } = props;
  const { rawErrors, service } = props;
  const options = uiSchema['ui:options'];
  const runtime = service?.runtime ?? options?.runtime ?? 'ecs-fargate';
  const isInNoRegion = isGlobal({ ...options, runtime });
  const form = (formContext?.formData ?? {}) as Record<string, unknown>;
  const formOwner = typeof form.owner === 'string' ? form.owner : undefined;
  const owner = service?.owner ?? formOwner;
  const api = useApi(soaAccountsApiRef);
  const promotionOrder = usePromotionOrder();
  const { t } = useTranslationRef(soaScaffolderFieldsTranslationRef);
  const loaded = useLoaded(runtime, signal =>
    api.listAccounts({ runtime }, signal),
  );
  // The form fills a list with empty entries where its schema has minItems.
  const stages = (formData as PlacementStage[]).filter(
    ({ environment }) => environment,
  );
  const change = (environment: string, stage: PlacementStage | undefined) => {
    const rest = stages.filter(one => one.environment !== environment);
    onChange(stage ? [...rest, stage] : rest);
  };
  return (
    <OnCard>
      <Flex direction="column" gap="4">
        <Text as="h3" variant="title-x-small">
          {schema.title ??
            t(isInNoRegion ? 'placements.globalTitle' : 'placements.title')}
        </Text>
        <LoadedContent
          loaded={loaded}
          loading={t('placements.loading')}
          failed={t('placements.failed')}
        >
          {accounts => (
            <>
              {accounts.length === 0 && (
                <Text>{t('placements.noAccount', { runtime })}</Text>
              )}
              {offersOf(
                accounts,
                owner,
                promotionOrder,
                stages.map(({ environment }) => environment),
              ).map(offer => (
                <EnvironmentChoice
                  key={offer.environment}
                  offer={
                    isInNoRegion
                      ? { ...offer, regions: [GLOBAL_REGION] }
                      : offer
                  }
                  stage={stages.find(
                    one => one.environment === offer.environment,
                  )}
                  onChange={stage => change(offer.environment, stage)}
                />
              ))}
            </>
          )}
        </LoadedContent>
        <ResolutionPreview
          request={toRequest(form, runtime, stages, service)}
          told={rawErrors}
        />
      </Flex>
    </OnCard>
  );
}
