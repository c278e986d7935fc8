import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { en } from './en';

/**
 * What the pages of rollouts say.
 *
 * @alpha
 */
export const soaDeliveryTranslationRef = createTranslationRef({
  id: 'soa-delivery',
  messages: en,
  translations: {
    ja: () => import('./ja'),
  },
});
