import type { AuditEvent } from '@backstage-soa/plugin-soa-common';

/** What happened, as people would say it. */
export function eventSentence(event: AuditEvent): string {
  const { actor, eventName, eventSource, resources, region, failed } = event;
  const [first] = resources;
  const what = first ? ` on ${first.arn.split(':').slice(5).join(':')}` : '';
  const how = event.console ? ', in the console' : '';
  const did = failed ? 'was refused' : 'called';
  return `${actor.name} ${did} ${eventName} of ${eventSource.replace(
    '.amazonaws.com',
    '',
  )}${what} in ${region}${how}.`;
}
