import { Link, Text } from '@backstage/ui';
import type { ReactNode } from 'react';

/** A number of things, with the way to them and what to know of them. */
export function Figure(props: {
  number: string;
  label: string;
  href: string;
  children?: ReactNode;
}) {
  const { number, label, href, children } = props;
  return (
    <li>
      <Link href={href}>
        <Text as="span" variant="title-medium" style={{ display: 'block' }}>
          {number}
        </Text>{' '}
        {label}
      </Link>
      {children}
    </li>
  );
}
