import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * What the shared parts of the front ends say.
 *
 * @alpha
 */
export const soaReactTranslationRef = createTranslationRef({
  id: 'soa-react',
  messages: {
    error: {
      forbidden: 'You may not see this',
      tryAgain: 'Try again',
    },
    filter: {
      label: 'Filters',
      any: 'Any',
    },
    paging: {
      newest: 'Newest',
      older: 'Older',
    },
    csv: {
      download: 'Download CSV',
    },
    link: {
      opensInNewTab: '(opens in a new tab)',
      console: 'AWS console',
    },
  },
  translations: {
    ja: () => import('./ja'),
  },
});
