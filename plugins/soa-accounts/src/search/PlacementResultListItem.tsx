import { Flex, Link, Text } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { accountEntityRef } from '@backstage-soa/plugin-soa-common';
import type { PlacementDocument } from '@backstage-soa/plugin-soa-common';
import { EntityLink } from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../translation';
import { ResultLines } from './ResultLines';
import type { ResultProps } from './ResultProps';

/** A search result: where a service runs. */
export function PlacementResultListItem(props: ResultProps) {
  const { icon, result } = props;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  if (!result) {
    return null;
  }
  const { location, componentRef, environment, accountId, region, runtime } =
    result as typeof result & PlacementDocument;
  return (
    <ResultLines icon={icon}>
      <Link href={location} variant="title-x-small">
        {parseEntityRef(componentRef).name}
      </Link>
      <Text>{[environment, region, runtime].join(' · ')}</Text>
      <Flex gap="1">
        <Text variant="body-small">
          {t('search.account', {
            account: (
              <EntityLink
                entityRef={accountEntityRef(accountId)}
                variant="body-small"
              >
                {accountId}
              </EntityLink>
            ),
          })}
        </Text>
      </Flex>
    </ResultLines>
  );
}
