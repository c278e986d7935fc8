import { readOrganizationNotice } from './readOrganizationNotice';

const event = (detail: object, account: unknown = '100000000001') => ({
  version: '0',
  'detail-type': 'AWS API Call via CloudTrail',
  source: 'aws.organizations',
  account,
  region: 'us-east-1',
  detail: {
    eventID: 'e-1',
    eventSource: 'organizations.amazonaws.com',
    ...detail,
  },
});

const move = event({
  eventName: 'MoveAccount',
  requestParameters: {
    accountId: '012345678901',
    sourceParentId: 'ou-1',
    destinationParentId: 'ou-2',
  },
});
const moved = {
  identity: 'e-1',
  in: '100000000001',
  accountId: '012345678901',
};

describe('readOrganizationNotice', () => {
  it.each([
    ['as EventBridge sends it', move],
    ['as a text', JSON.stringify(move)],
    ['through SNS', { Type: 'Notification', Message: JSON.stringify(move) }],
    [
      'through SNS, as a text',
      JSON.stringify({ Type: 'Notification', Message: JSON.stringify(move) }),
    ],
  ])('reads an event %s', (_, payload) => {
    expect(readOrganizationNotice(payload)).toEqual(moved);
  });

  it.each([
    {
      eventName: 'TagResource',
      requestParameters: { resourceId: '012345678901' },
    },
    {
      eventName: 'UntagResource',
      requestParameters: { resourceId: '012345678901' },
    },
    {
      eventName: 'CloseAccount',
      requestParameters: { accountId: '012345678901' },
    },
    {
      eventName: 'PutAccountName',
      eventSource: 'account.amazonaws.com',
      requestParameters: { accountName: 'orders', accountId: '012345678901' },
    },
    {
      eventName: 'CreateAccountResult',
      serviceEventDetails: {
        createAccountStatus: { state: 'SUCCEEDED', accountId: '012345678901' },
      },
    },
  ])('knows which account it is: $eventName', detail => {
    expect(readOrganizationNotice(event(detail))?.accountId).toBe(
      '012345678901',
    );
  });

  it('takes the account that it happened in for one that names itself', () => {
    expect(
      readOrganizationNotice(
        event(
          {
            eventName: 'PutAccountName',
            eventSource: 'account.amazonaws.com',
            requestParameters: { accountName: 'orders' },
          },
          '012345678901',
        ),
      )?.accountId,
    ).toBe('012345678901');
  });

  it('knows no account where units have changed', () => {
    expect(
      readOrganizationNotice(event({ eventName: 'UpdateOrganizationalUnit' })),
    ).toEqual({ identity: 'e-1', in: '100000000001' });
  });

  it.each([
    ['nothing', undefined],
    ['a list', []],
    ['a text', 'hello'],
    ['no event', { detail: null }],
    [
      'another service',
      event({ ...move.detail, eventSource: 'ecs.amazonaws.com' }),
    ],
    ['a read', event({ eventName: 'ListAccounts' })],
    ['what was refused', event({ ...move.detail, errorCode: 'AccessDenied' })],
    [
      'the tag of a unit',
      event({
        eventName: 'TagResource',
        requestParameters: { resourceId: 'ou-1' },
      }),
    ],
    ['a name of the language', event({ eventName: 'constructor' })],
    ['an endless wrapping', { Message: '{"Message":"{}"}' }],
  ])('is not concerned by %s', (_, payload) => {
    expect(readOrganizationNotice(payload)).toBeUndefined();
  });

  it('does not believe an account that is none', () => {
    expect(
      readOrganizationNotice(
        event({
          eventName: 'MoveAccount',
          requestParameters: { accountId: ['012345678901'] },
        }),
      ),
    ).toEqual({ identity: 'e-1', in: '100000000001' });
  });
});
