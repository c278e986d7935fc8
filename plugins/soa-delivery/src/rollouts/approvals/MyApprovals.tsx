import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LoadedContent } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryTranslationRef } from '../../translation';
import { MyApprovalsList } from './MyApprovalsList';
import { useMyApprovals } from './useMyApprovals';

/** What waits for the viewer's approval, or that nothing does. */
export function MyApprovals() {
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const loaded = useMyApprovals();
  return (
    <LoadedContent
      loaded={loaded}
      loading={t('myApprovals.loading')}
      failed={t('myApprovals.failed')}
    >
      {approvals =>
        approvals.items.length > 0 ? (
          <MyApprovalsList approvals={approvals} />
        ) : (
          <Text>{t('myApprovals.empty')}</Text>
        )
      }
    </LoadedContent>
  );
}
