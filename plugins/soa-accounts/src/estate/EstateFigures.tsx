import { Link, Text } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EstateSummary } from '@backstage-soa/plugin-soa-common';
import { useLocale } from '@backstage-soa/plugin-soa-react';
import { rootRouteRef } from '../routes';
import { soaAccountsTranslationRef } from '../translation';
import { Figure } from './Figure';

/** The states of placements that somebody has to do something about. */
const OUT_OF_SYNC = [
  'missing-workspace',
  'not-applied',
  'undeclared',
  'drifted',
] as const;

/** How much there is of each, with the ways to the tabs that show it. */
export function EstateFigures(props: { summary: EstateSummary }) {
  const { services, placements, accounts, regions, environments } =
    props.summary;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const root = useRouteRef(rootRouteRef)();
  const inWords = new Intl.NumberFormat(useLocale());
  const figure = (
    of: 'services' | 'placements' | 'accounts' | 'regions' | 'environments',
    count: number,
  ) => ({ number: inWords.format(count), label: t(`estate.${of}`, { count }) });
  const states = OUT_OF_SYNC.map(state => ({
    state,
    count: placements.byState[state],
  })).filter(({ count }) => count > 0);
  const outOfSync = states.reduce((sum, { count }) => sum + count, 0);
  return (
    <ul
      style={{
        display: 'grid',
        gap: 'var(--bui-space-4)',
        gridTemplateColumns: 'repeat(auto-fill, minmax(8.5rem, 1fr))',
        listStyle: 'none',
        margin: 0,
        padding: 0,
      }}
    >
      <Figure {...figure('services', services)} href={`${root}/matrix`} />
      <Figure
        {...figure('placements', placements.total)}
        href={`${root}/matrix`}
      />
      <Figure
        {...figure('accounts', accounts.total)}
        href={`${root}/organisation`}
      >
        <div>
          <Text variant="body-small">
            {[
              t('estate.active', { number: inWords.format(accounts.active) }),
              ...(accounts.suspended > 0
                ? [
                    t('estate.suspended', {
                      number: inWords.format(accounts.suspended),
                    }),
                  ]
                : []),
            ].join(', ')}
          </Text>
        </div>
      </Figure>
      <Figure {...figure('regions', regions)} href={`${root}/regions`} />
      <Figure
        {...figure('environments', environments)}
        href={`${root}/matrix`}
      />
      <Figure
        number={inWords.format(outOfSync)}
        label={t('estate.outOfSync')}
        href={`${root}/differences`}
      >
        {states.map(({ state, count }) => (
          <div key={state}>
            <Link
              href={`${root}/differences?state=${state}`}
              variant="body-small"
            >
              {t('estate.ofState', {
                number: inWords.format(count),
                state: t(`state.${state}`),
              })}
            </Link>
          </div>
        ))}
      </Figure>
    </ul>
  );
}
