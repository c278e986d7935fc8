import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { parse } from 'yaml';
import people from '.';

const { demo } = parse(
  readFileSync(resolve(__dirname, '../../../../app-config.yaml'), 'utf8'),
).auth.providers;

const environment = process.env.NODE_ENV;

afterEach(() => {
  Object.assign(process.env, { NODE_ENV: environment });
});

/** Who somebody is, as the backend tells. */
async function signIn(user?: string, nodeEnv = 'development', more = {}) {
  Object.assign(process.env, { NODE_ENV: nodeEnv });
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      people,
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'User',
            metadata: { name: 'dana', namespace: 'default' },
            spec: {},
            relations: [
              { type: 'memberOf', targetRef: 'group:default/team-platform' },
            ],
          },
        ],
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: { baseUrl: 'http://localhost:7007' },
          auth: { providers: { demo: { ...demo, ...more } } },
        },
      }),
    ],
  });
  const asked = request(server).get('/api/auth/demo/refresh');
  const { status, body } = await (user
    ? asked.set('x-demo-user', user)
    : asked);
  return { status, body };
}

describe("the demo's people", () => {
  it('are in the catalog, with their groups', async () => {
    const { status, body } = await signIn('user:default/dana');
    expect(status).toBe(200);
    expect(body.backstageIdentity.identity).toMatchObject({
      userEntityRef: 'user:default/dana',
      ownershipEntityRefs: ['user:default/dana', 'group:default/team-platform'],
    });
    expect(body.backstageIdentity.expiresInSeconds).toBeGreaterThan(0);
  });

  it.each([undefined, 'user:default/sam', 'dana'])(
    'are nobody else, such as %s',
    async user => {
      const { status, body } = await signIn(user);
      expect(status).toBe(400);
      expect(body.error.message).toContain(
        'name one of auth.providers.demo.users, user:default/dana',
      );
      expect(body.backstageIdentity).toBeUndefined();
    },
  );

  it.each(['production', 'test'])('are nobody in %s', async nodeEnv => {
    const { status, body } = await signIn('user:default/dana', nodeEnv);
    expect(status).toBe(403);
    expect(body.error.message).toContain('asks for no password');
  });

  it('are there where somebody wants them all the same', async () => {
    const { status } = await signIn('user:default/dana', 'production', {
      dangerouslyAllowOutsideDevelopment: true,
    });
    expect(status).toBe(200);
  });
});
