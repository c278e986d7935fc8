import { useState } from 'react';
import { Flex, SearchField, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import {
  EmptyState,
  LoadedContent,
  soaAccountsApiRef,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../translation';
import { OutputsCsvButton } from './OutputsCsvButton';
import { OutputsTable } from './OutputsTable';
import { placedOutputs } from './placedOutputs';

/** What the workspaces of a component give out; that it is read is audited. */
export function OutputsCard(props: {
  componentRef: string;
  items: readonly PlacementItem[];
}) {
  const { componentRef, items } = props;
  const api = useApi(soaAccountsApiRef);
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const [part, setPart] = useState('');
  const loaded = useLoaded(componentRef, signal =>
    api.listWorkspacesWithOutputs({ component: componentRef }, signal),
  );
  return (
    <EntityInfoCard title={t('placedOutputs.title')}>
      <LoadedContent
        loaded={loaded}
        loading={t('placedOutputs.loading')}
        failed={t('placedOutputs.failed')}
      >
        {workspaces => {
          const all = placedOutputs(items, workspaces);
          const shown = all.filter(({ output, account, region }) =>
            [output.name, account.id, account.name, region].some(text =>
              text?.toLowerCase().includes(part.trim().toLowerCase()),
            ),
          );
          return all.length === 0 ? (
            <EmptyState
              title={t('placedOutputs.none')}
              description={t('placedOutputs.noneYet')}
            />
          ) : (
            <Flex direction="column" gap="3">
              <Text>{t('placedOutputs.note')}</Text>
              <Flex gap="3" align="end">
                <SearchField
                  label={t('placedOutputs.filter')}
                  placeholder={t('placedOutputs.filterBy')}
                  value={part}
                  onChange={setPart}
                />
                <OutputsCsvButton outputs={shown} />
              </Flex>
              {shown.length === 0 ? (
                <EmptyState
                  title={t('placedOutputs.none')}
                  description={t('placedOutputs.noneFits')}
                />
              ) : (
                <OutputsTable key={part} outputs={shown} />
              )}
            </Flex>
          );
        }}
      </LoadedContent>
    </EntityInfoCard>
  );
}
