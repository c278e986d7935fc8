import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RolloutApproval } from '@backstage-soa/plugin-soa-common';
import { EntityLink } from '@backstage-soa/plugin-soa-react';
import {
  RiCheckLine,
  RiCloseLine,
  RiLockLine,
  RiUserLine,
} from '@remixicon/react';
import { soaDeliveryTranslationRef } from '../../translation';

const SIGNS = {
  pending: { Icon: RiLockLine, color: 'secondary' },
  open: { Icon: RiUserLine, color: 'warning' },
  approved: { Icon: RiCheckLine, color: 'success' },
  rejected: { Icon: RiCloseLine, color: 'danger' },
} as const;

/** The decision that a stage begins with. */
export function StageGate({ approval }: { approval: RolloutApproval }) {
  const { state, decidedBy } = approval;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const { Icon, color } = SIGNS[state];
  const actor = decidedBy ? (
    <EntityLink entityRef={decidedBy} variant="body-small" />
  ) : (
    t('gate.somebody')
  );
  return (
    <Flex
      direction="column"
      align="center"
      gap="1"
      style={{ width: 104, textAlign: 'center' }}
    >
      <Text color={color} aria-hidden="true">
        <Icon size={22} />
      </Text>
      <Text variant="body-small">{t(`gate.${state}`, { actor })}</Text>
    </Flex>
  );
}
