import type { CloudTrailRecord } from '../cloudtrail';
import { history } from './history';

/** Who the audit plugin ought to take the caller for. */
function callerOf({ userIdentity }: CloudTrailRecord): string {
  const { type, sessionContext } = userIdentity as {
    type: string;
    sessionContext?: { sessionIssuer: { arn: string } };
  };
  const role = sessionContext?.sessionIssuer.arn ?? '';
  const known: Array<[string, boolean]> = [
    ['pipeline', type === 'WebIdentityUser'],
    ['pipeline', /:role\/soa\/.+-(plan|apply)$/.test(role)],
    ['workload', /:role\/soa\/.+-task$/.test(role)],
    ['person', role.includes('/AWSReservedSSO_')],
    ['aws-service', type === 'AWSService'],
    ['aws-service', role.includes(':role/aws-service-role/')],
    ['outsider', type === 'AWSAccount'],
  ];
  return known.find(([, is]) => is)?.[0] ?? 'unknown';
}

// A Friday, a Sunday night, after the holidays, and a summer's Monday.
describe.each([
  '2026-11-20T12:34:56Z',
  '2026-11-22T03:00:00Z',
  '2027-01-04T09:00:00Z',
  '2026-06-15T17:00:00Z',
])('the mix of the fourteen days before %s', end => {
  const records = history(Date.parse(end));
  const share = (matches: (record: CloudTrailRecord) => boolean) =>
    records.filter(matches).length / records.length;
  const isPast = (record: CloudTrailRecord) =>
    !record.readOnly && !record.errorCode && callerOf(record) === 'person';

  it('has ten reads and more for every write, but some writes of all kinds', () => {
    const writes = share(({ readOnly }) => !readOnly);
    expect(writes).toBeGreaterThan(0.03);
    expect(writes).toBeLessThan(0.09);
    const writers = records
      .filter(({ readOnly }) => !readOnly)
      .map(record => callerOf(record));
    expect([...new Set(writers)].sort()).toEqual([
      'aws-service',
      'person',
      'pipeline',
      'workload',
    ]);
  });

  it.each([
    ['aws-service', 0.3, 0.5],
    ['workload', 0.3, 0.5],
    ['pipeline', 0.05, 0.2],
    ['person', 0.04, 0.15],
    ['outsider', 0.005, 0.05],
    ['unknown', -1, 0.0001],
  ])('is of %s from %f to %f', (caller, least, most) => {
    const part = share(record => callerOf(record) === caller);
    expect(part).toBeGreaterThan(least);
    expect(part).toBeLessThan(most);
  });

  it('has few failures, of people and of workloads', () => {
    const failures = records.filter(({ errorCode }) => errorCode);
    expect(failures.length / records.length).toBeGreaterThan(0.005);
    expect(failures.length / records.length).toBeLessThan(0.04);
    expect([...new Set(failures.map(callerOf))].sort()).toEqual([
      'person',
      'workload',
    ]);
    for (const { errorMessage, responseElements } of failures) {
      expect(errorMessage).toMatch(/is not authorized to perform: \w+:\w+/);
      expect(responseElements).toBeNull();
    }
  });

  it('has most changes made by the pipeline, and a few past it', () => {
    const changes = share(
      record => !record.readOnly && callerOf(record) === 'pipeline',
    );
    const past = share(isPast);
    expect(past).toBeGreaterThan(0);
    expect(past).toBeLessThan(changes / 3);
  });

  it('has each pipeline take on its role, once for each phase, before it calls', () => {
    const roles = records.filter(
      ({ eventName }) => eventName === 'AssumeRoleWithWebIdentity',
    );
    const given = new Map(
      roles.map(record => [
        (record.responseElements!.credentials as { accessKeyId: string })
          .accessKeyId,
        record,
      ]),
    );
    expect(given.size).toBe(roles.length);
    const calls = records.filter(
      record => callerOf(record) === 'pipeline' && !roles.includes(record),
    );
    for (const { userIdentity, eventTime } of calls) {
      const before = given.get(String(userIdentity.accessKeyId));
      expect(before!.eventTime <= eventTime).toBe(true);
    }
    expect(new Set(calls.map(call => call.userIdentity.accessKeyId))).toEqual(
      new Set(given.keys()),
    );
  });
});
