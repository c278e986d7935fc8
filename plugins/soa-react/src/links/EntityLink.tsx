import { Link } from '@backstage/ui';
import type { LinkProps } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import type { ReactNode } from 'react';
import { useEntityPath } from './useEntityPath';

/**
 * To an entity's page in the catalog.
 *
 * @public
 */
export function EntityLink(props: {
  entityRef: string;
  children?: ReactNode;
  /** As large as the text around it. */
  variant?: LinkProps['variant'];
}) {
  const { entityRef, children, variant } = props;
  const pathOf = useEntityPath();
  return (
    <Link href={pathOf(entityRef)} variant={variant}>
      {children ?? parseEntityRef(entityRef).name}
    </Link>
  );
}
