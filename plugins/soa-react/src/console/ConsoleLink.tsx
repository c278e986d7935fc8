import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { LinkProps } from '@backstage/ui';
import type { ReactNode } from 'react';
import { ExternalLink } from '../links';
import { soaReactTranslationRef } from '../translation';
import { useConsoleLink } from './useConsoleLink';

/**
 * Opens a page of AWS's console in an account; the bare words where nobody can say how.
 *
 * @public
 */
export function ConsoleLink(props: {
  accountId: string;
  /** A page of AWS's console, such as {@link placementConsoleUrl} gives. */
  destination: string | undefined;
  /** "AWS console" if absent. */
  children?: ReactNode;
  /** As large as the text around it. */
  variant?: LinkProps['variant'];
}) {
  const { accountId, destination, children, variant } = props;
  const { t } = useTranslationRef(soaReactTranslationRef);
  const linkTo = useConsoleLink();
  if (!linkTo || !destination || !accountId) {
    return <>{children}</>;
  }
  return (
    <ExternalLink href={linkTo(accountId, destination)} variant={variant}>
      {children ?? t('link.console')}
    </ExternalLink>
  );
}
