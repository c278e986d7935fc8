import { Link } from '@backstage/ui';
import type { LinkProps } from '@backstage/ui';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { ReactNode } from 'react';

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
  const { kind, namespace, name } = parseEntityRef(props.entityRef);
  const path = useRouteRef(entityRouteRef);
  const href = path({
    kind: kind.toLocaleLowerCase('en-US'),
    namespace: namespace.toLocaleLowerCase('en-US'),
    name,
  });
  return (
    <Link href={href} variant={props.variant}>
      {props.children ?? name}
    </Link>
  );
}
