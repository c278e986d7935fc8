import { createHmac } from 'node:crypto';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import eventsPlugin from '@backstage/plugin-events-backend';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import type { EventParams } from '@backstage/plugin-events-node';
import { notificationToken } from '@backstage-soa/plugin-soa-node';
import request from 'supertest';
import { eventsModuleSoa } from './module';

const KEY = '0123456789abcdef0123456789abcdef';
const PATH = '/api/events/http/soa-hcp-terraform';

const payload = {
  payload_version: 1,
  notification_configuration_id: 'nc-1',
  run_id: 'run-1',
  workspace_id: 'ws-1',
  workspace_name: 'orders-prod-use1',
  organization_name: 'acme',
  notifications: [{ trigger: 'run:completed', run_status: 'applied' }],
};

const verification = {
  payload_version: 1,
  notification_configuration_id: 'nc-1',
  run_id: null,
  workspace_id: null,
  workspace_name: null,
  organization_name: null,
  notifications: [{ trigger: 'verification', run_status: null }],
};

/** Signed with the secret of a workspace, as HCP Terraform does. */
function signed(body: object, workspaceId = 'ws-1', key = KEY) {
  const text = JSON.stringify(body);
  const token = notificationToken({ key, organization: 'acme', workspaceId });
  return {
    text,
    signature: createHmac('sha512', token).update(text).digest('hex'),
  };
}

describe('the events module', () => {
  const published: EventParams[] = [];

  async function startServer(notifications: object | undefined) {
    published.length = 0;
    const { server } = await startTestBackend({
      features: [
        eventsPlugin,
        eventsModuleSoa,
        mockServices.rootConfig.factory({
          data: {
            soa: {
              hcpTerraform: [
                { organization: 'acme', token: 't', notifications },
              ],
              delivery: { checks: { webhooks: [{ name: 'smoke', key: KEY }] } },
            },
          } as never,
        }),
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => ({
            publish: async event => {
              published.push(event);
            },
            subscribe: async () => {},
          }),
        }),
      ],
    });
    return server;
  }

  async function start(notifications: object | undefined) {
    const server = await startServer(notifications);
    return (text: string, signature?: string) => {
      const post = request(server)
        .post(PATH)
        .set('content-type', 'application/json');
      return (
        signature === undefined
          ? post
          : post.set('X-TFE-Notification-Signature', signature)
      ).send(text);
    };
  }

  it('publishes what is signed with the secret of its workspace', async () => {
    const post = await start({ key: KEY });
    const { text, signature } = signed(payload);
    expect((await post(text, signature)).status).toBe(202);
    expect((await post(text, signature.toUpperCase())).status).toBe(202);
    expect(published.map(({ topic }) => topic)).toEqual([
      'soa-hcp-terraform',
      'soa-hcp-terraform',
    ]);
    expect(published[0].eventPayload).toEqual(payload);
  });

  it('publishes what is told of drift, and of the workspace that has signed it only', async () => {
    const drift = (workspaceId: string) => ({
      payload_version: '2',
      notification_configuration_id: 'nc-1',
      trigger_scope: 'assessment',
      trigger: 'assessment:drifted',
      details: {
        new_assessment_result: { id: 'asmtres-1', drifted: true },
        workspace_id: workspaceId,
        workspace_name: 'orders-prod-use1',
        organization_name: 'acme',
      },
    });
    const post = await start({ key: KEY });
    const { text, signature } = signed(drift('ws-1'));
    expect((await post(text, signature)).status).toBe(202);
    const foreign = signed(drift('ws-2'), 'ws-1');
    expect((await post(foreign.text, foreign.signature)).status).toBe(403);
    expect(published.map(({ eventPayload }) => eventPayload)).toEqual([
      drift('ws-1'),
    ]);
  });

  it('answers the look whether somebody answers, and publishes nothing', async () => {
    const post = await start({ key: KEY });
    const { text, signature } = signed(verification);
    expect((await post(text, signature)).status).toBe(202);
    expect((await post(JSON.stringify(verification), '')).status).toBe(202);
    expect(published).toEqual([]);
  });

  it.each<[string, () => { text: string; signature?: string }]>([
    ['no signature', () => ({ text: JSON.stringify(payload) })],
    ['an empty one', () => ({ ...signed(payload), signature: '' })],
    ['one that is too short', () => ({ ...signed(payload), signature: 'ab' })],
    [
      'one of other bytes',
      () => ({ ...signed(payload), text: `${JSON.stringify(payload)} ` }),
    ],
    ["another workspace's secret", () => signed(payload, 'ws-2')],
    ['another key', () => signed(payload, 'ws-1', `${KEY}x`)],
    [
      'an organization that has no key',
      () => signed({ ...payload, organization_name: 'other' }),
    ],
    [
      'a run that calls itself a verification',
      () => ({
        text: JSON.stringify({
          ...payload,
          notifications: [{ trigger: 'verification' }],
        }),
        signature: '',
      }),
    ],
    ['something else', () => signed({ hello: 'world' })],
    ['no object', () => ({ text: '[]', signature: '' })],
  ])('refuses %s', async (_, make) => {
    const post = await start({ key: KEY });
    const { text, signature } = make();
    const answer = await post(text, signature);
    expect(answer.status).toBe(403);
    expect(answer.body).toEqual({ message: 'The signature is not valid' });
    expect(published).toEqual([]);
  });

  it('is not there without a key', async () => {
    const post = await start(undefined);
    const { text, signature } = signed(payload);
    expect((await post(text, signature)).status).toBe(404);
  });

  describe('of an integration test', () => {
    const result = { rolloutId: 'r-1', name: 'smoke', result: 'passed' };
    const sign = (body: object, key = KEY) => {
      const text = JSON.stringify(body);
      return {
        text,
        signature: createHmac('sha512', key).update(text).digest('hex'),
      };
    };
    const post = async (text: string, signature = '') => {
      const server = await startServer(undefined);
      return request(server)
        .post('/api/events/http/soa-rollout-check')
        .set('content-type', 'application/json')
        .set('X-SOA-Signature', signature)
        .send(text);
    };

    it('publishes what is signed with its key', async () => {
      const { text, signature } = sign(result);
      expect((await post(text, signature)).status).toBe(202);
      expect(published).toMatchObject([
        { topic: 'soa-rollout-check', eventPayload: result },
      ]);
    });

    it.each([
      ['no signature', { ...sign(result), signature: '' }],
      ['another key', sign(result, `${KEY}x`)],
      ['a test that nobody knows', sign({ ...result, name: 'other' })],
      ['something else', sign({ hello: 'world' })],
    ])('refuses %s', async (_, { text, signature }) => {
      const answer = await post(text, signature);
      expect(answer.status).toBe(403);
      expect(published).toEqual([]);
    });
  });
});
