import type { CloudTrailRecord } from '../cloudtrail';
import { initialHcpState } from '../hcp-terraform';
import { accounts, services } from '../organisation';
import { DAY_MS, HISTORY_DAYS } from './days';
import { history } from './history';

const now = Date.parse('2026-11-20T12:34:56Z');
const records = history(now);

const issuerOf = ({ userIdentity }: CloudTrailRecord) =>
  (
    userIdentity.sessionContext as
      | { sessionIssuer: { arn: string } }
      | undefined
  )?.sessionIssuer.arn ?? '';
const countOf = (matches: (record: CloudTrailRecord) => boolean) =>
  records.filter(matches).length;

describe('history', () => {
  it('is the same for the same end', () => {
    expect(history(now)).toEqual(records);
  });

  it('fills the last fourteen days, and nothing else', () => {
    const times = records.map(({ eventTime }) => Date.parse(eventTime));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(
      now - 14 * 86_400_000 - 1_000,
    );
    expect(Math.max(...times)).toBeLessThanOrEqual(now);
    const days = new Set(
      records.map(({ eventTime }) => eventTime.slice(0, 10)),
    );
    expect(days.size).toBe(15);
  });

  it('gives every event an id of its own', () => {
    const ids = records.map(({ eventID }) => eventID);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is a few thousand events, of which most only read', () => {
    expect(records.length).toBeGreaterThan(2_000);
    expect(records.length).toBeLessThan(6_000);
    const writes = countOf(({ readOnly }) => !readOnly);
    expect(writes).toBeGreaterThan(100);
    expect(writes * 8).toBeLessThan(records.length);
  });

  it('has something of every active account, and nothing of the suspended', () => {
    const seen = new Set(
      records.map(({ recipientAccountId }) => recipientAccountId),
    );
    const active = accounts.filter(({ state }) => state === 'ACTIVE');
    expect([...seen].sort()).toEqual(active.map(({ id }) => id).sort());
  });

  it('has people, pipelines, workloads, AWS, outsiders and failures', () => {
    const at = (how: RegExp) => countOf(record => how.test(issuerOf(record)));
    expect(at(/AWSReservedSSO_/)).toBeGreaterThan(50);
    expect(at(/:role\/soa\/[a-z0-9-]+-(plan|apply)$/)).toBeGreaterThan(100);
    expect(at(/-task$/)).toBeGreaterThan(1_000);
    expect(
      countOf(({ userIdentity }) => userIdentity.type === 'AWSService'),
    ).toBeGreaterThan(300);
    expect(
      countOf(({ userIdentity }) => userIdentity.accountId === '210987654321'),
    ).toBeGreaterThan(10);
    expect(
      countOf(({ errorCode }) => errorCode === 'AccessDenied'),
    ).toBeGreaterThan(10);
  });

  it('has a few changes that people made past the pipeline', () => {
    const changes = countOf(
      record =>
        !record.readOnly &&
        !record.errorCode &&
        /AWSReservedSSO_/.test(issuerOf(record)),
    );
    expect(changes).toBeGreaterThan(2);
    expect(changes).toBeLessThan(30);
  });

  it('has every call of a pipeline after it took on its role', () => {
    const assumed = new Map<unknown, CloudTrailRecord>();
    for (const record of records) {
      if (record.eventName === 'AssumeRoleWithWebIdentity') {
        const { accessKeyId } = record.responseElements!.credentials as Record<
          string,
          string
        >;
        assumed.set(accessKeyId, record);
      }
    }
    const calls = records.filter(({ userIdentity }) =>
      /:terraform-run-\w{16}$/.test(String(userIdentity.principalId)),
    );
    expect(calls.length).toBeGreaterThan(100);
    for (const call of calls) {
      const before = assumed.get(call.userIdentity.accessKeyId);
      expect(before?.recipientAccountId).toBe(call.recipientAccountId);
      expect(before!.eventTime <= call.eventTime).toBe(true);
    }
  });

  it('tells of the runs that HCP Terraform knows, and of no other', () => {
    const known = initialHcpState(now)
      .runs.filter(({ since }) => since > now - HISTORY_DAYS * DAY_MS)
      .map(({ id }) => id);
    const told = records.flatMap(
      ({ requestParameters }) =>
        /^terraform-(run-.+)$/.exec(
          String(requestParameters?.roleSessionName),
        )?.[1] ?? [],
    );
    expect([...new Set(told)].sort()).toEqual(known.sort());
    expect(known.length).toBeGreaterThan(
      services.flatMap(({ placements }) => placements).length,
    );
  });

  it('has global services in us-east-1 alone', () => {
    const elsewhere = records.filter(
      ({ eventSource, awsRegion }) =>
        /^(iam|cloudfront|organizations)\./.test(eventSource) &&
        awsRegion !== 'us-east-1',
    );
    expect(elsewhere).toEqual([]);
  });
});
