import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import { CsvButton } from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../translation';

/** Has the browser keep placements, one a line. */
export function PlacementsCsvButton(props: {
  items: readonly PlacementItem[];
}) {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  return (
    <CsvButton
      name="placements"
      header={[
        t('column.service'),
        t('column.environment'),
        t('column.accountId'),
        t('column.account'),
        t('column.region'),
        t('column.runtime'),
        t('column.cell'),
        t('column.workspace'),
        t('column.state'),
      ]}
      rows={() =>
        props.items.map(item => [
          item.componentRef,
          item.environment,
          item.account.id,
          item.account.name,
          item.region,
          item.runtime,
          item.cell,
          item.workspace &&
            `${item.workspace.organization}/${item.workspace.name}`,
          t(`state.${item.state}`),
        ])
      }
    />
  );
}
