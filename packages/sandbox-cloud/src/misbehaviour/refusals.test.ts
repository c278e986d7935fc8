import { request } from 'node:http';
import { control } from '../__testUtils__/control';
import { TestClock } from '../__testUtils__/TestClock';
import { startSandboxCloud } from '../startSandboxCloud';
import type { SandboxCloud } from '../startSandboxCloud';

interface Init {
  method?: string;
  headers: Record<string, string>;
  body?: string;
}

describe('what is refused on request', () => {
  const clock = new TestClock();
  let sandbox: SandboxCloud;

  beforeAll(async () => {
    sandbox = await startSandboxCloud({ now: clock.now });
  });

  afterAll(() => sandbox.stop());

  const misbehave = (service: string, kind: string) =>
    control(sandbox, 'misbehave', { service, kind });

  const SIGNED =
    'AWS4-HMAC-SHA256 Credential=AKIATEST/20261120/us-east-1/x/aws4_request, SignedHeaders=host, Signature=0';
  const json = (target: string): Init => ({
    method: 'POST',
    headers: {
      authorization: SIGNED,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': target,
    },
    body: '{}',
  });
  const REQUESTS: Record<string, [string, Init]> = {
    'hcp-terraform': [
      '/api/v2/organizations/acme/projects',
      { headers: { authorization: 'Bearer sandbox-token' } },
    ],
    organizations: ['/', json('AWSOrganizationsV20161128.ListRoots')],
    cloudtrail: ['/', json('CloudTrail_20131101.LookupEvents')],
    cloudwatch: ['/', json('GraniteServiceVersion20100801.DescribeAlarms')],
    ssm: ['/', json('AmazonSSM.GetParametersByPath')],
    sts: [
      '/',
      {
        method: 'POST',
        headers: {
          authorization: SIGNED,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: String(
          new URLSearchParams({
            Action: 'AssumeRole',
            RoleArn: 'arn:aws:iam::100000000101:role/soa-reader',
            RoleSessionName: 'test',
          }),
        ),
      },
    ],
  };
  const ask = (service: string) => {
    const [path, init] = REQUESTS[service];
    clock.pass(1_000);
    return fetch(`${sandbox.url}${path}`, init);
  };

  it.each([
    ['hcp-terraform', 'throttle', 429, 'too many requests'],
    ['hcp-terraform', 'not-found', 404, 'not found'],
    ['hcp-terraform', 'error', 500, 'internal server error'],
    ['organizations', 'throttle', 400, 'TooManyRequestsException'],
    ['organizations', 'not-found', 400, 'AccessDeniedException'],
    ['organizations', 'error', 500, 'InternalFailure'],
    ['cloudtrail', 'throttle', 400, 'ThrottlingException'],
    ['cloudtrail', 'not-found', 400, 'AccessDeniedException'],
    ['cloudtrail', 'error', 500, 'InternalFailure'],
    ['cloudwatch', 'throttle', 400, 'ThrottlingException'],
    ['cloudwatch', 'not-found', 400, 'AccessDeniedException'],
    ['cloudwatch', 'error', 500, 'InternalFailure'],
    ['ssm', 'throttle', 400, 'ThrottlingException'],
    ['ssm', 'not-found', 400, 'AccessDeniedException'],
    ['ssm', 'error', 500, 'InternalFailure'],
    ['sts', 'throttle', 400, '<Code>Throttling</Code>'],
    ['sts', 'not-found', 403, '<Code>AccessDenied</Code>'],
    ['sts', 'error', 500, '<Code>InternalFailure</Code>'],
  ])('%s answers %s with %i %s, once', async (service, kind, status, text) => {
    await misbehave(service, kind);
    const answer = await ask(service);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(text);
    expect((await ask(service)).status).toBe(200);
  });

  it('says when the limit of HCP Terraform ends, in fractions', async () => {
    await misbehave('hcp-terraform', 'throttle');
    const { headers } = await ask('hcp-terraform');
    expect(headers.get('x-ratelimit-reset')).toMatch(/^0\.\d+$/);
  });

  it.each(Object.keys(REQUESTS))('%s drops the connection', async service => {
    await misbehave(service, 'drop');
    await expect(ask(service)).rejects.toThrow('fetch failed');
    expect((await ask(service)).status).toBe(200);
  });

  /** Gives back what came of a request that has reached the sandbox cloud. */
  const send = async (service: string, { url } = sandbox) => {
    const [path, { method, headers, body }] = REQUESTS[service];
    const sent = request(`${url}${path}`, { method, headers });
    let outcome = 'nothing';
    const end = new Promise<void>(resolve => {
      sent.once('response', () => {
        outcome = 'an answer';
        resolve();
      });
      sent.once('error', error => {
        outcome = error.message;
        resolve();
      });
    });
    await new Promise<void>(resolve => {
      sent.once('finish', resolve);
      sent.end(body);
    });
    return { sent, end, outcome: () => outcome };
  };
  /** By then, whoever asked before has an answer. */
  const othersAreAnswered = async () => {
    for (let times = 0; times < 5; times += 1) {
      await fetch(`${sandbox.url}/_sandbox/health`);
    }
  };

  it.each(Object.keys(REQUESTS))('%s gives no answer at all', async service => {
    await misbehave(service, 'hang');
    const { sent, end, outcome } = await send(service);
    await othersAreAnswered();
    expect(outcome()).toBe('nothing');
    sent.destroy();
    await end;
    expect((await ask(service)).status).toBe(200);
  });

  it('stops all the same when somebody waits for no answer', async () => {
    const other = await startSandboxCloud({ now: clock.now });
    const rule = { service: 'hcp-terraform', kind: 'hang' };
    await control(other, 'misbehave', rule);
    const { end, outcome } = await send('hcp-terraform', other);
    await other.stop();
    await end;
    expect(outcome()).toMatch(/socket hang up|ECONNRESET/);
  });
});
