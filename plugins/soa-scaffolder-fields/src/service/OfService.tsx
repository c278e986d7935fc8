import type { ReactNode } from 'react';
import { Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { LoadedContent, useLoaded } from '@backstage-soa/plugin-soa-react';
import { soaScaffolderFieldsTranslationRef } from '../translation';
import { serviceFactsOf } from './serviceFactsOf';
import type { ServiceFacts } from './serviceFactsOf';

/** Shows something of the service that was chosen in the form, once it is known. */
export function OfService(props: {
  component: string | undefined;
  children: (service: ServiceFacts) => ReactNode;
}) {
  const { component, children } = props;
  const catalog = useApi(catalogApiRef);
  const { t } = useTranslationRef(soaScaffolderFieldsTranslationRef);
  const loaded = useLoaded(component ?? '', async () => ({
    service: component
      ? serviceFactsOf(await catalog.getEntityByRef(component))
      : undefined,
  }));
  if (!component) {
    return <Text>{t('service.choose')}</Text>;
  }
  return (
    <LoadedContent
      loaded={loaded}
      loading={t('service.loading')}
      failed={t('service.failed')}
    >
      {({ service }) =>
        service ? (
          <>{children(service)}</>
        ) : (
          <Text>{t('service.none', { component })}</Text>
        )
      }
    </LoadedContent>
  );
}
