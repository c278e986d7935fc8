import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * What the audit tab says.
 *
 * @alpha
 */
export const soaAuditTranslationRef = createTranslationRef({
  id: 'soa-audit',
  messages: {
    events: {
      loading: 'Loading events',
      failed: 'The events could not be loaded',
      found: '{{events}}, with {{outOfBand}}',
      foundFirst: 'The newest {{events}}, with {{outOfBand}}',
      foundOlder: 'Older: {{events}}, with {{outOfBand}}',
      number_one: '{{count}} event',
      number_other: '{{count}} events',
      outOfBand_one: '{{count}} out-of-band change',
      outOfBand_other: '{{count}} out-of-band changes',
      empty: {
        title: 'No event found',
        description:
          'No event fits these filters: take a longer time, or show reads as well. CloudTrail delivers events up to 15 minutes late.',
      },
    },
    refresh: {
      action: 'Read CloudTrail now',
      started: 'Reading CloudTrail has begun: new events appear here.',
      recent: 'CloudTrail was read at {{time}}, which is recent enough.',
      nothing:
        'There is nothing to read: it runs in no account of the organisation.',
      failed: 'CloudTrail could not be read now',
    },
    coverage: {
      title: 'This is not the whole picture',
      gap: '{{account}} {{region}}: {{reason}}.',
      more: 'And {{number}} more.',
    },
    filter: {
      time: 'Time',
      who: 'Who',
      anyone: 'Anyone',
      account: 'Account',
      region: 'Region',
      changesOnly: 'Changes only',
      failuresOnly: 'Failures only',
      outOfBandOnly: 'Out-of-band only',
    },
    period: {
      hour: 'Last hour',
      day: 'Last 24 hours',
      week: 'Last 7 days',
      fortnight: 'Last 14 days',
      quarter: 'Last 90 days',
    },
    column: {
      time: 'Time',
      event: 'Event',
      who: 'Who',
      where: 'Where',
      result: 'Result',
    },
    actor: {
      person: 'Person',
      pipeline: 'Pipeline',
      workload: 'Workload',
      'aws-service': 'AWS',
      'external-account': 'External account',
      unknown: 'Unknown',
      named: '{{kind}}: {{name}}',
      claim: '{{claim}}, without proof',
    },
    result: {
      outOfBand: 'Out-of-band change',
      failed: 'Failed',
      read: 'Read',
      changed: 'Changed',
    },
    event: {
      called: '{{who}} called {{what}} of {{service}} in {{region}}.',
      calledOn:
        '{{who}} called {{what}} of {{service}} on {{resource}} in {{region}}.',
      refused: '{{who}} was refused {{what}} of {{service}} in {{region}}.',
      refusedOn:
        '{{who}} was refused {{what}} of {{service}} on {{resource}} in {{region}}.',
      console: 'It was done in the AWS Management Console.',
      outOfBand: 'Out-of-band change: not made by the pipeline',
      belongsTo: 'Belongs to',
      record: 'CloudTrail record',
      loading: 'Loading the record',
      failed: 'The record could not be loaded',
    },
    rule: {
      run: 'by the run, {{confidence}} certain',
      role: 'by its role, {{confidence}} certain',
      resource: 'by a resource in its state, {{confidence}} certain',
      'user-agent': 'by the user agent, {{confidence}} certain',
      account: 'by its account, {{confidence}} certain',
    },
  },
  translations: {
    ja: () => import('./ja'),
  },
});
