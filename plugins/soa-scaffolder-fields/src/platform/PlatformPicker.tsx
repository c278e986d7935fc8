import { Button, Flex, Text } from '@backstage/ui';
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
import { OnCard } from '../choice';
import { ResolutionPreview, toRequest } from '../placements';
import { soaScaffolderFieldsTranslationRef } from '../translation';
import { limitsOf } from './limitsOf';
import { PlatformStage } from './PlatformStage';
import type { platformFieldSchema } from './schema';

/**
 * Chooses the accounts that are given a platform: any that are active, whether or
 * not services run there, or all of an organizational unit.
 */
export function PlatformPicker(props: typeof platformFieldSchema.TProps) {
  const { formData = [], onChange, uiSchema, formContext, schema } = props;
  const { rawErrors } = props;
  const { global: isGlobal = false, organizationalUnits: offersUnits = false } =
    uiSchema['ui:options'] ?? {};
  const form = (formContext?.formData ?? {}) as Record<string, unknown>;
  const api = useApi(soaAccountsApiRef);
  const environments = usePromotionOrder();
  const { t } = useTranslationRef(soaScaffolderFieldsTranslationRef);
  const loaded = useLoaded(`platform ${offersUnits}`, async signal => {
    const [accounts, units] = await Promise.all([
      api.listAccounts({ runtime: 'platform' }, signal),
      offersUnits ? api.listOrganizationalUnits(signal) : [],
    ]);
    return {
      accounts: accounts.filter(({ state }) => state === 'ACTIVE'),
      units,
    };
  });
  const empty: PlacementStage = {
    environment: '',
    regions: isGlobal ? [GLOBAL_REGION] : [],
  };
  const stages = formData.length > 0 ? formData : [empty];
  const chosen = stages.filter(({ environment }) => environment);
  const { mostStages, mostRegions } = limitsOf(schema);
  return (
    <OnCard>
      <Flex direction="column" gap="4">
        <Text as="h3" variant="title-x-small">
          {schema.title ?? t('platform.title')}
        </Text>
        <LoadedContent
          loaded={loaded}
          loading={t('placements.loading')}
          failed={t('placements.failed')}
        >
          {({ accounts, units }) =>
            accounts.length === 0 ? (
              <Text>{t('platform.none')}</Text>
            ) : (
              <>
                {stages.map((stage, index) => (
                  <PlatformStage
                    // Stages have no identity of their own.
                    key={index}
                    label={t('platform.stage', { number: String(index + 1) })}
                    stage={stage}
                    environments={environments}
                    accounts={accounts}
                    units={offersUnits ? units : undefined}
                    isGlobal={isGlobal}
                    isInOneRegion={mostRegions === 1}
                    onChange={changed =>
                      onChange(
                        stages.map((one, at) => (at === index ? changed : one)),
                      )
                    }
                    onRemove={
                      stages.length > 1
                        ? () => onChange(stages.filter((_, at) => at !== index))
                        : undefined
                    }
                  />
                ))}
                {stages.length < mostStages && (
                  <div>
                    <Button
                      variant="secondary"
                      onPress={() => onChange([...stages, empty])}
                    >
                      {t('platform.add')}
                    </Button>
                  </div>
                )}
              </>
            )
          }
        </LoadedContent>
        <ResolutionPreview
          request={toRequest(form, 'platform', chosen)}
          told={rawErrors}
        />
      </Flex>
    </OnCard>
  );
}
