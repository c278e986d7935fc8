import fc from 'fast-check';
import { readOrganizationNotice } from './readOrganizationNotice';

const MANAGEMENT = '100000000001';
const ACCOUNT = '111122223333';

const event = (eventName: string, detail: object = {}) => ({
  version: '0',
  id: 'envelope-1',
  'detail-type': 'AWS API Call via CloudTrail',
  source: 'aws.organizations',
  account: MANAGEMENT,
  region: 'us-east-1',
  detail: {
    eventSource: 'organizations.amazonaws.com',
    eventID: 'event-1',
    eventName,
    ...detail,
  },
});
const requested = (requestParameters: object) => ({ requestParameters });
const told = { identity: 'event-1', recipientAccountId: MANAGEMENT };

describe('readOrganizationNotice', () => {
  it.each([
    [
      'MoveAccount',
      requested({
        accountId: ACCOUNT,
        sourceParentId: 'r-1',
        destinationParentId: 'ou-1',
      }),
    ],
    ['TagResource', requested({ resourceId: ACCOUNT, tags: [] })],
    ['UntagResource', requested({ resourceId: ACCOUNT, tagKeys: ['a'] })],
    ['CloseAccount', requested({ accountId: ACCOUNT })],
    [
      'PutAccountName',
      {
        ...requested({ accountId: ACCOUNT }),
        eventSource: 'account.amazonaws.com',
      },
    ],
    [
      'CreateAccountResult',
      {
        requestParameters: null,
        serviceEventDetails: {
          createAccountStatus: { accountId: ACCOUNT, state: 'SUCCEEDED' },
        },
      },
    ],
    [
      'CloseAccountResult',
      {
        serviceEventDetails: {
          closeAccountStatus: { accountId: ACCOUNT, state: 'SUCCEEDED' },
        },
      },
    ],
  ])('knows which account %s is about', (name, detail) => {
    expect(readOrganizationNotice(event(name, detail))).toEqual({
      ...told,
      accountId: ACCOUNT,
    });
  });

  it('takes an account that renames itself for the one that it is told in', () => {
    expect(
      readOrganizationNotice(
        event('PutAccountName', {
          ...requested({ accountName: 'new' }),
          eventSource: 'account.amazonaws.com',
        }),
      ),
    ).toEqual({ ...told, accountId: MANAGEMENT });
  });

  it.each([
    'RemoveAccountFromOrganization',
    'CreateOrganizationalUnit',
    'UpdateOrganizationalUnit',
    'DeleteOrganizationalUnit',
    'AcceptHandshake',
  ])('knows that %s may be about more', name => {
    const detail = requested({ accountId: ACCOUNT });
    expect(readOrganizationNotice(event(name, detail))).toEqual(told);
  });

  it.each([
    ['a read', event('ListAccounts')],
    ['tags of a unit', event('TagResource', requested({ resourceId: 'ou-1' }))],
    [
      'an account that is not there yet',
      event('CreateAccountResult', {
        serviceEventDetails: { createAccountStatus: { state: 'FAILED' } },
      }),
    ],
    [
      'what was refused',
      event('MoveAccount', {
        ...requested({ accountId: ACCOUNT }),
        errorCode: 'AccessDenied',
      }),
    ],
    [
      'another service',
      event('TagResource', {
        ...requested({ resourceId: ACCOUNT }),
        eventSource: 'ec2.amazonaws.com',
      }),
    ],
    ['no detail', { id: 'x', account: MANAGEMENT }],
    ['what is too long', `"${'x'.repeat(1_000_001)}"`],
    [
      'a doll in a doll',
      {
        Message: JSON.stringify({ Message: JSON.stringify({ Message: '{}' }) }),
      },
    ],
  ])('reads nothing into %s', (_, body) => {
    expect(readOrganizationNotice(body)).toBeUndefined();
  });

  it('takes text, and notifications of SNS, as they are or as text', () => {
    const body = event('DeleteOrganizationalUnit');
    const text = JSON.stringify(body);
    const notification = { Type: 'Notification', Message: text };
    for (const one of [text, notification, JSON.stringify(notification)]) {
      expect(readOrganizationNotice(one)).toEqual(told);
    }
  });

  it('outlives whatever it is given', () => {
    const { account } = event('TagResource');
    fc.assert(
      fc.property(fc.anything(), fc.json(), (anything, json) => {
        for (const body of [anything, json, { account, detail: anything }]) {
          expect(readOrganizationNotice(body)).toBeUndefined();
        }
      }),
    );
  });
});
