import fc from 'fast-check';
import { ACCOUNT, record } from '../__testUtils__/records';
import { parseRecord } from './parseRecord';
import { redact } from './redact';

describe('parseRecord', () => {
  it.each([
    ['no type of identity', { userIdentity: { accountId: ACCOUNT } }],
    ['no identity', { userIdentity: null }],
    ['nulls', { errorCode: null, userAgent: null, readOnly: null }],
    [
      'nulls within',
      { userIdentity: { userName: null, sessionContext: null } },
    ],
    ['a text for a flag', { readOnly: 'true' }],
    ['resources of another form', { resources: 'none' }],
  ])('takes a record with %s', (_, overrides) => {
    expect(parseRecord(record('1', overrides), ACCOUNT)).toMatchObject({
      account: ACCOUNT,
    });
  });

  it.each([
    ['eventID', { eventID: '' }],
    ['eventID', { eventID: 'x'.repeat(65) }],
    ['eventName', { eventName: 'Delete\0' }],
    ['eventName', { eventName: 'x'.repeat(256) }],
    ['eventTime', { eventTime: 'yesterday' }],
    ['eventTime', { eventTime: '9999-12-31T23:59:59-14:00' }],
    ['recipientAccountId', { recipientAccountId: '1' }],
    ['userIdentity', { userIdentity: 'root' }],
  ])('says that %s is at fault', (key, overrides) => {
    expect(parseRecord(record('1', overrides), ACCOUNT)).toEqual({
      reason: expect.stringContaining(key),
    });
  });

  it('takes what does not say whose it is for that of the log', () => {
    const overrides = {
      recipientAccountId: undefined,
      userIdentity: { accountId: '444455556666' },
    };
    expect(parseRecord(record('1', overrides), ACCOUNT)).toMatchObject({
      account: ACCOUNT,
    });
  });

  it('says of a text that it is no JSON', () => {
    expect(parseRecord('{"eventID"', ACCOUNT)).toEqual({
      reason: 'record: is no JSON',
    });
  });

  it('neither throws nor loses anything, whatever comes', () => {
    const keys = Object.keys(record('1'));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc
            .dictionary(fc.constantFrom(...keys), fc.jsonValue())
            .map(overrides => record('1', overrides)),
        ),
        value => {
          const parsed = parseRecord(value, ACCOUNT);
          expect('reason' in parsed || /^\d{12}$/.test(parsed.account)).toBe(
            true,
          );
          redact(value);
        },
      ),
      { seed: 6, numRuns: 2_000 },
    );
  });
});
