import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Container, Flex, SearchField, Select, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import {
  EmptyState,
  ErrorState,
  LoadingState,
  soaAccountsApiRef,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { MatrixTable } from './MatrixTable';
import { toMatrix } from './toMatrix';

const ANY = 'any';
const FILTERS = ['environment', 'runtime', 'region'] as const;

/** Every service, and the accounts or Regions that it runs in. */
export function MatrixPage() {
  const api = useApi(soaAccountsApiRef);
  const [search, setSearch] = useSearchParams();
  const { value, error, reload } = useLoaded('placements', signal =>
    api.listPlacements({}, signal),
  );
  const by = search.get('by') === 'region' ? 'region' : 'account';
  const text = search.get('service') ?? '';
  const change = (key: string, to: string) =>
    setSearch(
      before => {
        const next = new URLSearchParams(before);
        if (to && to !== ANY) {
          next.set(key, to);
        } else {
          next.delete(key);
        }
        return next;
      },
      { replace: true },
    );
  const shown = useMemo(
    () =>
      (value ?? []).filter(
        item =>
          FILTERS.every(
            key => !search.get(key) || item[key] === search.get(key),
          ) && item.componentRef.includes(text.toLocaleLowerCase('en-US')),
      ),
    [value, search, text],
  );
  const matrix = useMemo(() => toMatrix(shown, by), [shown, by]);

  return (
    <Container>
      <Flex direction="column" gap="4" py="4">
        <Flex gap="3" align="end" style={{ flexWrap: 'wrap' }}>
          <SearchField
            label="Service"
            placeholder="Part of its name"
            value={text}
            onChange={to => change('service', to)}
          />
          {FILTERS.map(key => (
            <Select
              key={key}
              label={key === 'region' ? 'Region' : capital(key)}
              options={[
                { value: ANY, label: 'Any' },
                ...distinct(value ?? [], key),
              ]}
              value={search.get(key) ?? ANY}
              onChange={to => change(key, String(to))}
            />
          ))}
          <Select
            label="Columns"
            options={[
              { value: 'account', label: 'Accounts' },
              { value: 'region', label: 'Regions' },
            ]}
            value={by}
            onChange={to => change('by', to === 'account' ? '' : String(to))}
          />
        </Flex>
        {error && (
          <ErrorState
            title="The placements could not be loaded"
            error={error}
            onRetry={reload}
          />
        )}
        {!value && !error && <LoadingState label="Loading placements" />}
        {value && shown.length === 0 && (
          <EmptyState
            title="Nothing runs here"
            description={
              value.length > 0
                ? 'No placement fits these filters: loosen them.'
                : 'No component has spec.placements yet: create a service, or add placements to its catalog-info.yaml.'
            }
          />
        )}
        {shown.length > 0 && (
          <>
            <Text color="secondary" aria-live="polite">
              {matrix.rows.length} services, {shown.length} placements
            </Text>
            <MatrixTable
              matrix={matrix}
              label={`Services by ${by === 'account' ? 'account' : 'Region'}`}
              describe={item =>
                [
                  item.environment,
                  by === 'account' ? item.region : item.account.name,
                  item.runtime,
                ].join(' · ')
              }
            />
          </>
        )}
      </Flex>
    </Container>
  );
}

function distinct(
  items: readonly PlacementItem[],
  key: (typeof FILTERS)[number],
) {
  return [...new Set(items.map(item => item[key]))]
    .sort()
    .map(value => ({ value, label: value }));
}

function capital(text: string): string {
  return text[0].toLocaleUpperCase('en-US') + text.slice(1);
}
