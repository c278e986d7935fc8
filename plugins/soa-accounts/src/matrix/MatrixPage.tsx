import { useMemo } from 'react';
import { Container, Flex, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EmptyState,
  LoadedContent,
  soaAccountsApiRef,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { PagingControls, usePaging } from '../paging';
import { soaAccountsTranslationRef } from '../translation';
import { MatrixFilters } from './MatrixFilters';
import { matrixColumns, matrixRows } from './matrixRows';
import { MatrixTable } from './MatrixTable';
import { useMatrixFilters } from './useMatrixFilters';

const PAGE_SIZE = 50;

/** Every service, and the accounts or Regions that it runs in. */
export function MatrixPage() {
  const api = useApi(soaAccountsApiRef);
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const filters = useMatrixFilters();
  const { key, by } = filters;
  const loaded = useLoaded('placements', signal =>
    api.listPlacements({}, signal),
  );
  const { value } = loaded;
  const shown = useMemo(
    () => (value ?? []).filter(filters.fits),
    // The filters are all in the key.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [value, key],
  );
  const rows = useMemo(() => matrixRows(shown, by), [shown, by]);
  const paging = usePaging(rows, PAGE_SIZE, key);
  return (
    <main>
      <Container>
        <Flex direction="column" gap="4" py="4">
          <MatrixFilters filters={filters} items={value ?? []} />
          <LoadedContent
            loaded={loaded}
            loading={t('placements.loading')}
            failed={t('placements.failed')}
          >
            {all =>
              shown.length === 0 ? (
                <EmptyState
                  title={t('empty.title')}
                  description={t(
                    all.length > 0 ? 'empty.filtered' : 'empty.organisation',
                  )}
                />
              ) : (
                <>
                  <Text color="secondary" role="status">
                    {t('matrix.counts', {
                      services: t('matrix.services', { count: rows.length }),
                      placements: t('matrix.placements', {
                        count: shown.length,
                      }),
                    })}
                  </Text>
                  <MatrixTable
                    rows={paging.shown}
                    columns={matrixColumns(paging.shown, by)}
                    by={by}
                    label={t(
                      by === 'account' ? 'matrix.byAccount' : 'matrix.byRegion',
                    )}
                    corner={t('column.service')}
                  />
                  <PagingControls paging={paging} />
                </>
              )
            }
          </LoadedContent>
        </Flex>
      </Container>
    </main>
  );
}
