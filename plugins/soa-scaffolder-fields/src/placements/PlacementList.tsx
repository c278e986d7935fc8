import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';
import { soaScaffolderFieldsTranslationRef } from '../translation';

/** Placements that will be made, with their workspaces. */
export function PlacementList(props: {
  placements: readonly ResolvedPlacement[];
}) {
  const { t } = useTranslationRef(soaScaffolderFieldsTranslationRef);
  return (
    <ul style={{ margin: 0 }}>
      {props.placements.map(placement => (
        <li key={placement.key}>
          <Text>
            {t('preview.placement', {
              environment: placement.environment,
              region: placement.region,
              name: placement.accountName,
              id: placement.account,
              workspace: placement.workspace,
            })}
          </Text>
        </li>
      ))}
    </ul>
  );
}
