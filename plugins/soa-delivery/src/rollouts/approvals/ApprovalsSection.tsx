import { useId } from 'react';
import { Flex, Text } from '@backstage/ui';
import type { RolloutApproval } from '@backstage-soa/plugin-soa-common';
import { ApprovalItem } from './ApprovalItem';

/** Decisions that a rollout needs, or needed; nothing where there are none. */
export function ApprovalsSection(props: {
  title: string;
  approvals: readonly RolloutApproval[];
  onDecide: (approval: RolloutApproval) => void;
}) {
  const { title, approvals, onDecide } = props;
  const titleId = useId();
  if (approvals.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby={titleId}>
      <Flex direction="column" gap="2">
        <Text as="h2" variant="title-x-small" id={titleId}>
          {title}
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
          {approvals.map(approval => (
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
                onDecide={() => onDecide(approval)}
              />
            </li>
          ))}
        </ul>
      </Flex>
    </section>
  );
}
