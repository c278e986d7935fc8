import { useId } from 'react';
import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ErrorState } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryTranslationRef } from '../../translation';
import { MyApprovalsList } from './MyApprovalsList';
import { useMyApprovals } from './useMyApprovals';

/** What waits for the viewer's approval; nothing where nothing does. */
export function MyApprovalsSection() {
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const titleId = useId();
  const { value, error, reload } = useMyApprovals();
  if (error) {
    return (
      <ErrorState
        title={t('myApprovals.failed')}
        error={error}
        onRetry={reload}
      />
    );
  }
  if (!value || value.items.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby={titleId}>
      <Flex direction="column" gap="2">
        <Text as="h2" variant="title-x-small" id={titleId}>
          {t('myApprovals.title')}
        </Text>
        <MyApprovalsList approvals={value} />
      </Flex>
    </section>
  );
}
