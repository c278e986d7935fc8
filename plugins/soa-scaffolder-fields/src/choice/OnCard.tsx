import type { ReactNode } from 'react';
import { BgProvider } from '@backstage/ui';

/**
 * The card of a form is not of Backstage UI: unless they are told of it, selects
 * and buttons have its very colour, and no edge.
 */
export function OnCard({ children }: { children: ReactNode }) {
  return <BgProvider bg="neutral-1">{children}</BgProvider>;
}
