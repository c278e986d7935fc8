import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EmptyState,
  LoadedContent,
  soaAccountsApiRef,
  useLoaded,
} from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../translation';
import { EstateFigures } from './EstateFigures';

const POLL_MS = 60_000;

/** How much there is, as far as the viewer may see it. */
export function Estate() {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const api = useApi(soaAccountsApiRef);
  const loaded = useLoaded(
    'estate',
    signal => api.readSummary(signal),
    POLL_MS,
  );
  return (
    <LoadedContent
      loaded={loaded}
      loading={t('estate.loading')}
      failed={t('estate.failed')}
    >
      {summary =>
        summary.placements.total === 0 && summary.accounts.total === 0 ? (
          <EmptyState
            title={t('estate.nothing')}
            description={t('estate.nothingYet')}
          />
        ) : (
          <EstateFigures summary={summary} />
        )
      }
    </LoadedContent>
  );
}
