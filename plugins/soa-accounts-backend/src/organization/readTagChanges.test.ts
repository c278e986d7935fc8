import type { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { readTagChanges } from './readTagChanges';

const ACCOUNT = '111122223333';

const event = (
  time: string,
  record: unknown = { requestParameters: { resourceId: ACCOUNT } },
  EventSource = 'organizations.amazonaws.com',
) => ({
  EventSource,
  EventTime: new Date(time),
  CloudTrailEvent: typeof record === 'string' ? record : JSON.stringify(record),
});

describe('readTagChanges', () => {
  it('gives the last change of each account, over pages of both kinds', async () => {
    const send = jest
      .fn()
      .mockResolvedValueOnce({ Events: [], NextToken: 'more' })
      .mockResolvedValueOnce({
        Events: [event('2026-01-01T00:02:00Z'), event('2026-01-01T00:01:00Z')],
      })
      .mockResolvedValueOnce({
        Events: [
          event('2026-01-01T00:03:00Z', {
            requestParameters: { resourceId: '444455556666' },
          }),
        ],
      });
    const since = new Date('2026-01-01T00:00:00Z');
    const client = { send } as unknown as CloudTrailClient;
    expect(await readTagChanges({ client, since })).toEqual(
      new Map([
        [ACCOUNT, '2026-01-01T00:02:00.000Z'],
        ['444455556666', '2026-01-01T00:03:00.000Z'],
      ]),
    );
    expect(send.mock.calls.map(([{ input }]) => input)).toMatchObject([
      { StartTime: since, NextToken: undefined },
      { StartTime: since, NextToken: 'more' },
      { LookupAttributes: [{ AttributeValue: 'UntagResource' }] },
    ]);
  });

  it.each([
    ['of another service', event('2026-01-01', undefined, 'ec2.amazonaws.com')],
    [
      'of a unit',
      event('2026-01-01', { requestParameters: { resourceId: 'ou-1' } }),
    ],
    [
      'that was refused',
      event('2026-01-01', {
        errorCode: 'AccessDenied',
        requestParameters: { resourceId: ACCOUNT },
      }),
    ],
    ['without parameters', event('2026-01-01', { requestParameters: null })],
    ['that is null', event('2026-01-01', 'null')],
    ['that is no JSON', event('2026-01-01', '{')],
  ])('leaves an event out %s', async (_, one) => {
    const client = {
      send: async () => ({ Events: [one] }),
    } as unknown as CloudTrailClient;
    const since = new Date('2025-01-01');
    expect(await readTagChanges({ client, since })).toEqual(new Map());
  });
});
