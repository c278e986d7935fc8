import { VisuallyHidden } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import {
  ConsoleLink,
  placementConsoleUrl,
  soaReactTranslationRef,
  useConsoleLink,
} from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../translation';

/** Opens AWS's console where something runs; nothing where nobody can say how. */
export function PlacementConsoleLink(
  props: Pick<PlacementItem, 'account' | 'region' | 'runtime'>,
) {
  const { account, region } = props;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const { t: shared } = useTranslationRef(soaReactTranslationRef);
  const destination = placementConsoleUrl(props);
  if (!useConsoleLink() || !destination) {
    return null;
  }
  return (
    <div>
      <ConsoleLink
        accountId={account.id}
        destination={destination}
        variant="body-small"
      >
        {shared('link.console')}
        <VisuallyHidden>
          {' '}
          {t('console.where', { account: account.name ?? account.id, region })}
        </VisuallyHidden>
      </ConsoleLink>
    </div>
  );
}
