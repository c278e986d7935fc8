import { Alert, Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ServicePlacementList } from '../service';
import { soaScaffolderFieldsTranslationRef } from '../translation';

/** What is lost with a service, where, and what is not. */
export function Destruction({ component }: { component: string }) {
  const { t } = useTranslationRef(soaScaffolderFieldsTranslationRef);
  return (
    <Flex direction="column" gap="4">
      <ServicePlacementList
        component={component}
        heading="destruction.placements"
      />
      <Alert
        status="danger"
        icon
        title={t('destruction.forGood')}
        description={[
          t('destruction.data'),
          t('destruction.afterwards'),
          t('destruction.approval'),
        ].join(' ')}
      />
      <Text>{t('destruction.kept')}</Text>
    </Flex>
  );
}
