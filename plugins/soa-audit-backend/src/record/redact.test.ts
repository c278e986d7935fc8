import fc from 'fast-check';
import { redact } from './redact';

const SECRET = 'hunter2-is-the-secret';
const PEM = `-----BEGIN RSA PRIVATE KEY-----\n${SECRET}`;

describe('redact', () => {
  it.each([
    ['a session token', { credentials: { sessionToken: SECRET } }],
    ['a secret key', { accessKey: { secretAccessKey: SECRET } }],
    ['a secret', { secretString: SECRET }],
    ['a password', { masterUserPassword: SECRET }],
    ['a password of another name', { LoginPassword: SECRET }],
    ['an API key', { apiKey: SECRET }],
    ['a private key', { anything: [PEM] }],
    ['a token in a text', { note: `eyJhbGciOiJI.eyJzdWIiOiIx.${SECRET}` }],
    ['a password in an address', { url: `postgres://shop:${SECRET}@db/shop` }],
    ['a variable', { environment: [{ name: 'DB_PASSWORD', value: SECRET }] }],
    ['a parameter', { parameterKey: 'ApiToken', parameterValue: SECRET }],
    ['a document in a text', { body: JSON.stringify({ password: SECRET }) }],
    ['a document that is cut off', { body: `{"password": "${SECRET}` }],
    [
      'a document that is cut off within another',
      { body: `{"a": "{\\"apiKey\\": \\"${SECRET}` },
    ],
    ['an object under a secret name', { password: { value: SECRET } }],
  ])('hides %s', (_, value) => {
    expect(JSON.stringify(redact(value))).not.toContain('hunter2');
  });

  it('keeps what is no secret', () => {
    const value = {
      accessKeyId: 'ASIA1',
      credentials: { accessKeyId: 'ASIA2', expiration: 'soon' },
      subjectFromWebIdentityToken: 'organization:acme',
      secretArn: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:a',
      nextToken: 'page-2',
      policy: '{ "Version": "2012-10-17" }',
      note: '[prod] on call: team-shop',
      environment: [{ name: 'LOG_LEVEL', value: 'debug' }],
      url: 'https://example.com/a@b',
      password: null,
    };
    expect(redact(value)).toEqual(value);
  });

  it('does not break at any depth', () => {
    let value: unknown = { password: SECRET };
    for (let depth = 0; depth < 50_000; depth += 1) {
      value = [value];
    }
    expect(JSON.stringify(redact(value))).not.toContain('hunter2');
  });

  it('hides a secret wherever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 20 }), path => {
        const value = path.reduce<unknown>((inner, key) => ({ [key]: inner }), {
          sessionToken: SECRET,
        });
        expect(JSON.stringify(redact(value))).not.toContain('hunter2');
      }),
      { seed: 6 },
    );
  });
});
