import { mockServices } from '@backstage/backend-test-utils';
import { ACCOUNT, record, session } from '../__testUtils__/records';
import { OwnReads } from './OwnReads';
import { parseRecord } from './parseRecord';

const MAIN_KEY = 'AKIAMAIN';
const accountDefaults = { roleName: 'soa/reader' };
const mainAccount = { accessKeyId: MAIN_KEY, secretAccessKey: 'secret' };

/** What we have read ourselves, but for what is said. */
function isOwn(overrides: object, aws: object = { accountDefaults }): boolean {
  const parsed = parseRecord(
    record('1', {
      eventName: 'LookupEvents',
      eventSource: 'cloudtrail.amazonaws.com',
      readOnly: true,
      userAgent: 'aws-sdk-js/3 backstage-soa',
      userIdentity: session('soa/reader', 'backstage'),
      ...overrides,
    }),
    ACCOUNT,
  );
  if ('reason' in parsed) {
    throw new Error(parsed.reason);
  }
  const config = mockServices.rootConfig({ data: { aws } });
  return OwnReads.fromConfig(config).has(parsed.record, parsed.account);
}

describe('OwnReads', () => {
  it.each([
    ['in the role for all accounts', {}, { accountDefaults }],
    [
      'in the role for this account',
      { userIdentity: session('audit', 'x') },
      {
        accountDefaults,
        accounts: [{ accountId: ACCOUNT, roleName: 'audit' }],
      },
    ],
    [
      'with a key from the configuration',
      { userIdentity: { type: 'IAMUser', accessKeyId: MAIN_KEY } },
      { mainAccount },
    ],
  ])('knows our reading %s', (_, overrides, aws) => {
    expect(isOwn(overrides, aws)).toBe(true);
  });

  it.each([
    ['a write', { eventName: 'DeleteTrail', readOnly: false }],
    ['a write that has the name of our read', { readOnly: false }],
    ['a call that is not said to read', { readOnly: null }],
    ['another read', { eventName: 'GetTrailStatus' }],
    ['a call to another service', { eventSource: 'iam.amazonaws.com' }],
    ['a read by another program', { userAgent: 'aws-cli/2' }],
    [
      'a read in another role',
      { userIdentity: session('admin', 'soa/reader') },
    ],
    [
      'a read in a role whose name ends like ours',
      { userIdentity: session('other-soa/reader', 'backstage') },
    ],
    [
      'a read in the role of that name elsewhere',
      { recipientAccountId: '444455556666' },
    ],
    [
      'a read by a user',
      { userIdentity: { type: 'IAMUser', accessKeyId: 'AKIAOTHER' } },
    ],
  ])('lets no user agent hide %s', (_, overrides) => {
    expect(isOwn(overrides)).toBe(false);
  });

  it('takes nothing for ours if it does not know who we are', () => {
    expect(isOwn({}, {})).toBe(false);
    expect(
      isOwn({}, { accountDefaults, accounts: [{ accountId: ACCOUNT }] }),
    ).toBe(false);
  });
});
