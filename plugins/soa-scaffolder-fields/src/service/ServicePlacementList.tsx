import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LoadedContent } from '@backstage-soa/plugin-soa-react';
import { soaScaffolderFieldsTranslationRef } from '../translation';
import { placementSelector } from './placementSelector';
import { useServicePlacements } from './useServicePlacements';

/** Which of a service's placements a rollout will reach, or destroy. */
export function ServicePlacementList(props: {
  component: string;
  /** Placements or environments; all if absent. */
  chosen?: readonly string[];
  heading?: 'service.reached' | 'destruction.placements';
}) {
  const { component, chosen, heading = 'service.reached' } = props;
  const loaded = useServicePlacements(component);
  const { t } = useTranslationRef(soaScaffolderFieldsTranslationRef);
  return (
    <LoadedContent
      loaded={loaded}
      loading={t('service.loading')}
      failed={t('service.failed')}
    >
      {all => {
        const reached = all.filter(
          item =>
            !chosen ||
            chosen.some(wish =>
              [
                item.environment,
                placementSelector(item),
                item.workspace?.name,
                `${item.workspace?.organization}/${item.workspace?.name}`,
              ].includes(wish),
            ),
        );
        return (
          <Flex direction="column" gap="2">
            <Text as="h3" variant="title-x-small">
              {t(heading, { count: reached.length })}
            </Text>
            <ul style={{ margin: 0 }}>
              {reached.map(item => (
                <li key={placementSelector(item)}>
                  <Text>
                    {t('service.placement', {
                      environment: item.environment,
                      region: item.region,
                      name: item.account.name ?? item.account.id,
                      id: item.account.id,
                      workspace: item.workspace?.name ?? '–',
                    })}
                  </Text>
                </li>
              ))}
            </ul>
          </Flex>
        );
      }}
    </LoadedContent>
  );
}
