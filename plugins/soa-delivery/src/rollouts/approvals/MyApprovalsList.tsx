import { Flex, Link, Text } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type {
  Page,
  RolloutApprovalItem,
} from '@backstage-soa/plugin-soa-common';
import { EntityLink, Time } from '@backstage-soa/plugin-soa-react';
import { rolloutRouteRef } from '../../routes';
import { soaDeliveryTranslationRef } from '../../translation';
import { useApprovalTitle } from './useApprovalTitle';

/** Approvals that are asked of the viewer, each with the way to its rollout. */
export function MyApprovalsList(props: {
  approvals: Page<RolloutApprovalItem>;
}) {
  const { items, nextCursor } = props.approvals;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const titleOf = useApprovalTitle();
  const path = useRouteRef(rolloutRouteRef);
  return (
    <Flex direction="column" gap="2">
      <ul
        style={{
          display: 'flex',
          flexDirection: 'column',
          gap: 'var(--bui-space-2)',
          listStyle: 'none',
          margin: 0,
          padding: 0,
        }}
      >
        {items.map(item => {
          const { id, rolloutId, componentRef, initiator, openedAt } = item;
          const started = (
            <EntityLink entityRef={initiator} variant="body-small" />
          );
          return (
            <li key={`${rolloutId} ${id}`}>
              <Link href={path({ id: rolloutId })}>
                {t('myApprovals.item', {
                  component: parseEntityRef(componentRef).name,
                  approval: titleOf(item),
                })}
              </Link>
              <div>
                <Text variant="body-small">
                  {openedAt
                    ? t('myApprovals.startedBy', {
                        initiator: started,
                        time: <Time iso={openedAt} />,
                      })
                    : t('myApprovals.startedByOnly', { initiator: started })}
                </Text>
              </div>
            </li>
          );
        })}
      </ul>
      {nextCursor && (
        <Text variant="body-small">{t('myApprovals.andMore')}</Text>
      )}
    </Flex>
  );
}
