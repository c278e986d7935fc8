import type { AuditEvent } from '@backstage-soa/plugin-soa-common';

/** What dana did to the cluster in the console. */
export function eventOf(change: Partial<AuditEvent> = {}): AuditEvent {
  return {
    eventId: 'e-1',
    eventTime: '2026-11-20T10:00:00.000Z',
    eventName: 'DeleteCluster',
    eventSource: 'ecs.amazonaws.com',
    accountId: '012345678901',
    region: 'us-east-1',
    readOnly: false,
    failed: false,
    actor: { kind: 'person', name: 'dana@acme.example' },
    console: true,
    resources: [
      { arn: 'arn:aws:ecs:us-east-1:012345678901:cluster/runtime-ecs' },
    ],
    attributions: [
      {
        entityRef: 'component:default/orders',
        rule: 'resource',
        confidence: 0.8,
      },
    ],
    outOfBand: true,
    ...change,
  };
}
