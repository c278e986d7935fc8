import { Link, VisuallyHidden } from '@backstage/ui';
import type { LinkProps } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReactNode } from 'react';
import { soaReactTranslationRef } from '../translation';

/**
 * To somewhere outside of the portal, in a tab of its own.
 *
 * @public
 */
export function ExternalLink(props: {
  href: string;
  children: ReactNode;
  /** As large as the text around it. */
  variant?: LinkProps['variant'];
}) {
  const { t } = useTranslationRef(soaReactTranslationRef);
  return (
    <Link
      href={props.href}
      target="_blank"
      rel="noopener noreferrer"
      variant={props.variant}
    >
      {props.children}
      <VisuallyHidden> {t('link.opensInNewTab')}</VisuallyHidden>
    </Link>
  );
}
