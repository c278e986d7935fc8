import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { soaDeliveryTranslationRef } from '../../translation';
import { MyApprovals } from './MyApprovals';

/** What waits for the viewer's approval, as a card of a home page. */
export function MyApprovalsCard() {
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  return (
    <Card style={{ height: '100%' }}>
      <CardHeader>
        <Text as="h2" variant="title-x-small">
          {t('myApprovals.title')}
        </Text>
      </CardHeader>
      <CardBody>
        <MyApprovals />
      </CardBody>
    </Card>
  );
}
