import { Link } from '@backstage/ui';
import type { ReactNode } from 'react';

/**
 * To somewhere outside of the portal, in a tab of its own.
 *
 * @public
 */
export function ExternalLink(props: { href: string; children: ReactNode }) {
  return (
    <Link href={props.href} target="_blank" rel="noopener noreferrer">
      {props.children}
    </Link>
  );
}
