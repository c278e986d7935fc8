import { decide, isAllowed } from './decide';
import type { PolicyStatement } from './PolicyDocument';

const ask = (statement: Partial<PolicyStatement>, context = {}) =>
  decide(
    [
      {
        Statement: [
          { Effect: 'Allow', Action: 's3:Get*', Resource: '*', ...statement },
        ],
      },
    ],
    { action: 's3:GetObject', resource: 'arn:aws:s3:::b/K', context },
  );

// The rules of the IAM User Guide, "Policy evaluation logic" and "Condition
// operators".
describe('decide', () => {
  it.each<[string, Partial<PolicyStatement>, object, string]>([
    ['an action by wildcard', {}, {}, 'allowed'],
    ['an action in another case', { Action: 'S3:getobject' }, {}, 'allowed'],
    ['another action', { Action: 's3:PutObject' }, {}, 'silent'],
    [
      'all but an action',
      { Action: undefined, NotAction: 's3:Put*' },
      {},
      'allowed',
    ],
    ['a resource', { Resource: ['arn:aws:s3:::b/?'] }, {}, 'allowed'],
    [
      'a resource in another case',
      { Resource: 'arn:aws:s3:::b/k' },
      {},
      'silent',
    ],
    [
      'all but the resource',
      { Resource: undefined, NotResource: 'arn:aws:s3:::b/*' },
      {},
      'silent',
    ],
    ['a denial', { Effect: 'Deny' }, {}, 'denied'],
    [
      'an equal value',
      { Condition: { StringEquals: { 'x:k': 'v' } } },
      { 'X:K': 'v' },
      'allowed',
    ],
    [
      'a value in another case',
      { Condition: { StringEquals: { 'x:k': 'v' } } },
      { 'x:k': 'V' },
      'silent',
    ],
    [
      'a star among equals',
      { Condition: { StringEquals: { 'x:k': '*' } } },
      { 'x:k': 'v' },
      'silent',
    ],
    [
      'a star among likes',
      { Condition: { StringLike: { 'x:k': '*' } } },
      { 'x:k': 'v' },
      'allowed',
    ],
    [
      'an absent key',
      { Condition: { StringEquals: { 'x:k': 'v' } } },
      {},
      'silent',
    ],
    [
      'an absent key, negated',
      { Condition: { StringNotEquals: { 'x:k': 'v' } } },
      {},
      'allowed',
    ],
    [
      'a key that has to be absent',
      { Condition: { Null: { 'x:k': 'true' } } },
      {},
      'allowed',
    ],
    [
      'a key that must not be',
      { Condition: { Null: { 'x:k': 'false' } } },
      {},
      'silent',
    ],
    [
      'one of two values',
      { Condition: { StringEquals: { 'x:k': ['u', 'v'] } } },
      { 'x:k': 'v' },
      'allowed',
    ],
    [
      'one of two keys',
      { Condition: { StringEquals: { 'x:k': 'v', 'x:l': 'v' } } },
      { 'x:k': 'v' },
      'silent',
    ],
    [
      'a variable',
      { Resource: 'arn:aws:s3:::${x:k}/*' },
      { 'x:k': 'b' },
      'allowed',
    ],
    [
      'an absent variable',
      { Resource: 'arn:aws:s3:::b/*${x:k}' },
      {},
      'silent',
    ],
  ])('knows %s', (_, statement, context, decision) => {
    expect(ask(statement, context)).toBe(decision);
  });

  it('puts denials first', () => {
    const allow: PolicyStatement = {
      Effect: 'Allow',
      Action: '*',
      Resource: '*',
    };
    const request = { action: 's3:GetObject', resource: 'arn:aws:s3:::b' };
    const deny: PolicyStatement = { ...allow, Effect: 'Deny' };
    expect(
      decide([{ Statement: [allow] }, { Statement: [deny] }], request),
    ).toBe('denied');
    expect(
      isAllowed(
        { policies: [{ Statement: [allow] }], boundary: { Statement: [] } },
        request,
      ),
    ).toBe(false);
  });

  it('refuses what it does not know', () => {
    expect(() => ask({ Condition: { DateLessThan: { 'x:k': 'v' } } })).toThrow(
      'does not know the operator DateLessThan',
    );
  });
});
