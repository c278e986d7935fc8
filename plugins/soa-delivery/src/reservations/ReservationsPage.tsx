import { Container, Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { soaDeliveryTranslationRef } from '../translation';
import { LocksSection } from './LocksSection';
import { RangesSection } from './RangesSection';

/** What is held for somebody alone, and who waits for it; whoever may frees it. */
export function ReservationsPage() {
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  return (
    <main>
      <Container>
        <Flex direction="column" gap="6" py="4">
          <Flex direction="column" gap="1">
            <Text as="h1" variant="title-medium">
              {t('reservations.title')}
            </Text>
            <Text color="secondary">{t('reservations.explanation')}</Text>
          </Flex>
          <LocksSection />
          <RangesSection />
        </Flex>
      </Container>
    </main>
  );
}
