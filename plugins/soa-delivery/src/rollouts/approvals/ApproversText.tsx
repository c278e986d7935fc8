import { Fragment } from 'react';
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RolloutApproval } from '@backstage-soa/plugin-soa-common';
import { EntityLink } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryTranslationRef } from '../../translation';

/** Who may decide. */
export function ApproversText(props: {
  approval: Pick<RolloutApproval, 'groups' | 'notInitiator'>;
}) {
  const { groups, notInitiator } = props.approval;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const links = (
    <>
      {groups.map((group, index) => (
        <Fragment key={group}>
          {index > 0 && ', '}
          <EntityLink entityRef={group} variant="body-small" />
        </Fragment>
      ))}
    </>
  );
  return (
    <Text variant="body-small">
      {t(notInitiator ? 'approval.askedButInitiator' : 'approval.asked', {
        groups: links,
      })}
    </Text>
  );
}
