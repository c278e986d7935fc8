import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { soaAccountsTranslationRef } from '../translation';
import { Estate } from './Estate';

/** How much there is, as a card of a home page. */
export function EstateCard() {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  return (
    <Card style={{ height: '100%' }}>
      <CardHeader>
        <Text as="h2" variant="title-x-small">
          {t('estate.title')}
        </Text>
      </CardHeader>
      <CardBody>
        <Estate />
      </CardBody>
    </Card>
  );
}
