import { Checkbox, Flex, Select, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import type { PlacementStage } from '@backstage-soa/plugin-soa-common';
import {
  ErrorState,
  LoadingState,
  soaAccountsApiRef,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { offersOf } from './offersOf';
import type { EnvironmentOffer } from './offersOf';
import { ResolutionPreview } from './ResolutionPreview';
import type { placementsFieldSchema } from './schema';
import { toRequest } from './toRequest';

type Props = typeof placementsFieldSchema.TProps;

/** Chooses environments and Regions among those that the organisation offers. */
export function PlacementsPicker(props: Props) {
  const { formData = [], onChange, uiSchema, formContext, schema } = props;
  const runtime = uiSchema['ui:options']?.runtime ?? 'ecs-fargate';
  const form = (formContext?.formData ?? {}) as Record<string, unknown>;
  const owner = typeof form.owner === 'string' ? form.owner : undefined;
  const api = useApi(soaAccountsApiRef);
  const { value, error, reload } = useLoaded(runtime, signal =>
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
    <Flex direction="column" gap="4">
      <Text as="h3" variant="title-x-small">
        {schema.title ?? 'Environments and Regions'}
      </Text>
      {error && (
        <ErrorState
          title="The accounts could not be loaded"
          error={error}
          onRetry={reload}
        />
      )}
      {!value && !error && <LoadingState label="Loading accounts" />}
      {value?.length === 0 && (
        <Text>No account offers {runtime}: ask the platform team for one.</Text>
      )}
      {value &&
        offersOf(value, owner).map(offer => (
          <EnvironmentChoice
            key={offer.environment}
            offer={offer}
            stage={stages.find(one => one.environment === offer.environment)}
            onChange={stage => change(offer.environment, stage)}
          />
        ))}
      <ResolutionPreview request={toRequest(form, runtime, stages)} />
    </Flex>
  );
}

function EnvironmentChoice(props: {
  offer: EnvironmentOffer;
  stage: PlacementStage | undefined;
  onChange: (stage: PlacementStage | undefined) => void;
}) {
  const { offer, stage, onChange } = props;
  const { environment, accounts, regions, reason } = offer;
  if (reason) {
    return (
      <Text color="secondary">
        {environment}: not on offer, because {reason}.
      </Text>
    );
  }
  const toggle = (region: string, isSelected: boolean) => {
    const chosen = regions.filter(one =>
      one === region ? isSelected : stage?.regions.includes(one),
    );
    onChange(
      chosen.length > 0
        ? { ...stage, environment, regions: chosen }
        : undefined,
    );
  };
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend>
        <Text weight="bold">{environment}</Text>
      </legend>
      <Flex gap="4" align="center" style={{ flexWrap: 'wrap' }}>
        {regions.map(region => (
          <Checkbox
            key={region}
            isSelected={stage?.regions.includes(region) ?? false}
            onChange={isSelected => toggle(region, isSelected)}
            aria-label={`${environment} ${region}`}
          >
            {region}
          </Checkbox>
        ))}
        {accounts.length > 1 && stage && (
          <Select
            label="Account"
            options={accounts.map(({ id, name }) => ({
              value: id,
              label: `${name} (${id})`,
            }))}
            value={stage.account ?? null}
            onChange={account =>
              onChange({ ...stage, account: String(account) })
            }
          />
        )}
        {accounts.length === 1 && (
          <Text variant="body-small" color="secondary">
            in {accounts[0].name} ({accounts[0].id})
          </Text>
        )}
      </Flex>
    </fieldset>
  );
}
