import { Fragment } from 'react';
import { Link, Skeleton, Text } from '@backstage/ui';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityLink,
  soaAccountsApiRef,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { rootRouteRef } from '../routes';
import { soaAccountsTranslationRef } from '../translation';

const MOST_SHOWN = 8;
const PAGE_SIZE = 100;

/**
 * The first services that run in an account, as far as the viewer may see them:
 * the index cannot have them, since not everybody may who may see the account.
 */
export function AccountServices(props: {
  accountId: string;
  accountName: string;
}) {
  const { accountId, accountName } = props;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const api = useApi(soaAccountsApiRef);
  const root = useRouteRef(rootRouteRef);
  const { value, error } = useLoaded(accountId, signal =>
    api.listPlacementsPage({ account: accountId, limit: PAGE_SIZE }, signal),
  );
  if (error) {
    return (
      <Text variant="body-small" role="alert">
        {t('search.failed', { reason: error.message })}
      </Text>
    );
  }
  if (!value) {
    return (
      <div
        role="status"
        aria-label={t('search.loading', { account: accountName })}
      >
        <Skeleton width={240} height={16} />
      </div>
    );
  }
  const services = [...new Set(value.items.map(item => item.componentRef))];
  if (services.length === 0) {
    return <Text variant="body-small">{t('search.nothing')}</Text>;
  }
  const isAll = !value.nextCursor && services.length <= MOST_SHOWN;
  const query = new URLSearchParams({ account: accountId });
  return (
    <>
      <Text variant="body-small">
        {t('search.runsHere', {
          services: (
            <>
              {services.slice(0, MOST_SHOWN).map((componentRef, index) => (
                <Fragment key={componentRef}>
                  {index > 0 && ', '}
                  <EntityLink entityRef={componentRef} variant="body-small" />
                </Fragment>
              ))}
            </>
          ),
        })}
      </Text>
      {!isAll && (
        <Link href={`${root()}/matrix?${query}`} variant="body-small">
          {t('search.all')}
        </Link>
      )}
    </>
  );
}
