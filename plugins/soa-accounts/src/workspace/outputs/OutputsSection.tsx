import { useState } from 'react';
import { Button, Flex, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  CsvButton,
  EmptyState,
  LoadedContent,
  soaAccountsApiRef,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { outputText } from '../../outputs';
import { soaAccountsTranslationRef } from '../../translation';
import { OutputsTable } from './OutputsTable';

/** The outputs of a workspace, once somebody wants to see them: that is recorded. */
export function OutputsSection({ workspaceId }: { workspaceId: string }) {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const [isShown, setShown] = useState(false);
  return (
    <EntityInfoCard title={t('outputs.title')}>
      {isShown ? (
        <Outputs workspaceId={workspaceId} />
      ) : (
        <Flex align="center" gap="3">
          <Button variant="secondary" onPress={() => setShown(true)}>
            {t('outputs.show')}
          </Button>
          <Text>{t('outputs.note')}</Text>
        </Flex>
      )}
    </EntityInfoCard>
  );
}

function Outputs({ workspaceId }: { workspaceId: string }) {
  const api = useApi(soaAccountsApiRef);
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const loaded = useLoaded(workspaceId, signal =>
    api.listOutputs(workspaceId, signal),
  );
  return (
    <LoadedContent
      loaded={loaded}
      loading={t('outputs.loading')}
      failed={t('outputs.failed')}
    >
      {items =>
        items.length === 0 ? (
          <EmptyState
            title={t('outputs.empty.title')}
            description={t('outputs.empty.description')}
          />
        ) : (
          <Flex direction="column" gap="3">
            <Flex>
              <CsvButton
                name="outputs"
                header={[t('outputs.name'), t('outputs.value')]}
                rows={() =>
                  items.map(({ name, sensitive, value }) => [
                    name,
                    sensitive ? undefined : outputText(value),
                  ])
                }
              />
            </Flex>
            <OutputsTable items={items} />
          </Flex>
        )
      }
    </LoadedContent>
  );
}
