import { Flex, Select, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CsvButton,
  EmptyState,
  ErrorState,
} from '@backstage-soa/plugin-soa-react';
import type { UrlFilters } from '../filters';
import { soaAccountsTranslationRef } from '../translation';
import { RegionalServicesTable } from './RegionalServicesTable';
import type { RegionUse } from './regionUses';
import { servicesIn } from './servicesIn';
import { useOwners } from './useOwners';

/** What would be lost if a Region failed, and what would run on. */
export function RegionFailure(props: { use: RegionUse; filters: UrlFilters }) {
  const { use, filters } = props;
  const { region } = use;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const isKept = filters.get('show') === 'kept';
  const services = isKept ? use.kept : use.lost;
  const owners = useOwners(services.map(({ componentRef }) => componentRef));
  const count = t('matrix.services', { count: servicesIn(services).size });
  const title = isKept
    ? t('regions.keptIf', { kept: count, region })
    : t('regions.lostIf', { lost: count, region });
  return (
    <section aria-label={title}>
      <Flex direction="column" gap="3">
        <Flex justify="between" align="end" gap="3">
          <Text as="h2" variant="title-x-small">
            {title}
          </Text>
          <Flex align="end" gap="3">
            <Select
              label={t('regions.show')}
              options={[
                { value: 'lost', label: t('regions.showLost') },
                { value: 'kept', label: t('regions.showKept') },
              ]}
              value={isKept ? 'kept' : 'lost'}
              onChange={to =>
                filters.set('show', to === 'kept' ? 'kept' : undefined)
              }
            />
            <CsvButton
              name={`${isKept ? 'kept' : 'lost'}-without-${region}`}
              header={[
                t('column.service'),
                t('column.owner'),
                t('column.environment'),
                t('column.runtime'),
                t('column.accountId'),
                t('regions.elsewhere'),
              ]}
              rows={() =>
                services.flatMap(({ componentRef, here, elsewhere }) =>
                  here.map(({ environment, runtime, account }) => [
                    componentRef,
                    owners.value?.get(componentRef),
                    environment,
                    runtime,
                    account.id,
                    elsewhere.join(' '),
                  ]),
                )
              }
              isDisabled={services.length === 0 || owners.isLoading}
            />
          </Flex>
        </Flex>
        {owners.error && (
          <ErrorState
            title={t('regions.ownersFailed')}
            error={owners.error}
            onRetry={owners.reload}
          />
        )}
        {services.length === 0 ? (
          <EmptyState
            title={t(isKept ? 'regions.nothingKept' : 'regions.nothingLost')}
            description={t(
              isKept ? 'regions.nothingKeptHere' : 'regions.nothingLostHere',
              { region },
            )}
          />
        ) : (
          <RegionalServicesTable
            listKey={title}
            services={services}
            owners={owners.value}
            isKept={isKept}
          />
        )}
      </Flex>
    </section>
  );
}
