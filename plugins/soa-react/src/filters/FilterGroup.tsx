import { Flex } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReactNode } from 'react';
import { soaReactTranslationRef } from '../translation';

/**
 * The filters of a list, in a row that wraps.
 *
 * @public
 */
export function FilterGroup(props: { children: ReactNode }) {
  const { t } = useTranslationRef(soaReactTranslationRef);
  return (
    <Flex
      gap="3"
      align="end"
      style={{ flexWrap: 'wrap' }}
      role="group"
      aria-label={t('filter.label')}
    >
      {props.children}
    </Flex>
  );
}
