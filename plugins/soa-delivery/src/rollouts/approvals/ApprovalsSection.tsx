import { useId } from 'react';
import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Rollout } from '@backstage-soa/plugin-soa-common';
import { soaDeliveryTranslationRef } from '../../translation';
import { ApprovalItem } from './ApprovalItem';
import { approvalsOf } from './approvalsOf';

/** The decisions that a rollout needs, or needed; nothing where it needs none. */
export function ApprovalsSection(props: {
  rollout: Rollout;
  onDecide: (approvalId: string) => void;
}) {
  const { rollout, onDecide } = props;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const titleId = useId();
  const approvals = approvalsOf(rollout);
  if (approvals.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby={titleId}>
      <Flex direction="column" gap="2">
        <Text as="h2" variant="title-x-small" id={titleId}>
          {t('approval.title')}
        </Text>
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
          {approvals.map(({ approval }) => (
            <li
              key={approval.id}
              style={{
                background: 'var(--bui-bg-neutral-1)',
                border: '1px solid var(--bui-border-1)',
                borderRadius: 'var(--bui-radius-3)',
                padding: 'var(--bui-space-3)',
              }}
            >
              <ApprovalItem
                approval={approval}
                onDecide={() => onDecide(approval.id)}
              />
            </li>
          ))}
        </ul>
      </Flex>
    </section>
  );
}
