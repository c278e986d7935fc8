import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { CsvButton } from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../translation';
import { countsIn } from './countsIn';
import type { RegionUse } from './regionUses';
import { servicesIn } from './servicesIn';

/** Has the browser keep what is in which Region, one a line. */
export function RegionsCsvButton(props: { uses: readonly RegionUse[] }) {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  return (
    <CsvButton
      name="regions"
      header={[
        t('column.region'),
        t('regions.services'),
        t('regions.placements'),
        t('regions.environments'),
        t('regions.runtimes'),
        t('regions.lost'),
        t('regions.kept'),
      ]}
      rows={() =>
        props.uses.map(({ region, isGlobal, placements, lost, kept }) => [
          region,
          servicesIn(placements).size,
          placements.length,
          countsIn(placements.map(({ environment }) => environment)),
          countsIn(placements.map(({ runtime }) => runtime)),
          isGlobal ? undefined : servicesIn(lost).size,
          isGlobal ? undefined : servicesIn(kept).size,
        ])
      }
    />
  );
}
