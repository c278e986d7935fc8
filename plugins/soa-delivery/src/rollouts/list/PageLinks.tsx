import { Flex, Link } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  reservationsRouteRef,
  sandboxEnvironmentsRouteRef,
} from '../../routes';
import { soaDeliveryTranslationRef } from '../../translation';

/** To the plugin's other pages. */
export function PageLinks() {
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const sandboxEnvironments = useRouteRef(sandboxEnvironmentsRouteRef);
  const reservations = useRouteRef(reservationsRouteRef);
  return (
    <nav aria-label={t('list.otherPages')}>
      <Flex gap="4" style={{ flexWrap: 'wrap' }}>
        <Link href={sandboxEnvironments()}>{t('sandbox.list.title')}</Link>
        <Link href={reservations()}>{t('reservations.title')}</Link>
      </Flex>
    </nav>
  );
}
