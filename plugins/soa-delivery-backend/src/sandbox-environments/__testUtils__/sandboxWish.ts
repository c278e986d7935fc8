import { placementOf } from '../../__testUtils__/requestOf';
import type { SandboxWish } from '../store';

/** `orders` in a sandbox, for a week. */
export function sandboxWish(change: Partial<SandboxWish> = {}): SandboxWish {
  return {
    componentRef: 'component:default/orders',
    owner: 'group:default/team-shop',
    requestedBy: 'user:default/mia',
    placements: [placementOf('us-east-1', 'use1', 'sandbox')],
    sourceUrl: 'https://code.example/shop/orders/tree/main',
    createdAt: '2026-11-27T10:00:00.000Z',
    expiresAt: '2026-12-04T10:00:00.000Z',
    reminded: 0,
    ...change,
  };
}
