import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CsvButton } from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../translation';
import type { Difference } from './Difference';
import { useKindName } from './useKindName';

/** Has the browser keep differences, one a line. */
export function DifferencesCsvButton(props: {
  differences: readonly Difference[];
  baseline: string;
}) {
  const { differences, baseline } = props;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const nameOf = useKindName();
  return (
    <CsvButton
      name="differences"
      header={[
        t('differences.kind'),
        t('column.service'),
        t('column.environment'),
        t('column.accountId'),
        t('column.account'),
        t('column.region'),
        t('column.runtime'),
        t('column.workspace'),
        t('differences.remedy'),
      ]}
      rows={() =>
        differences.map(difference => [
          nameOf(difference.kind),
          ...('item' in difference
            ? [
                difference.item.componentRef,
                difference.item.environment,
                difference.item.account.id,
                difference.item.account.name,
                difference.item.region,
                difference.item.runtime,
                difference.item.workspace?.name,
              ]
            : [
                undefined,
                difference.account.environment,
                difference.account.id,
                difference.account.name,
                undefined,
                undefined,
                undefined,
              ]),
          t(`remedy.${difference.kind}`, { component: baseline }),
        ])
      }
    />
  );
}
