import type { Entity } from '@backstage/catalog-model';
import { mockCredentials } from '@backstage/backend-test-utils';
import { waitForEntity } from './waitForEntity';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders' },
};

const failed = (statusCode?: number) =>
  Object.assign(new Error(`Failed with ${statusCode}`), { statusCode });

function waitFor(answers: Array<Entity | Error | undefined>) {
  const getEntityByRef = jest.fn(async () => {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  });
  return {
    getEntityByRef,
    waiting: waitForEntity({
      catalog: { getEntityByRef },
      entityRef: 'component:default/orders',
      credentials: mockCredentials.user(),
      logger: { info: () => {} },
      pause: async () => {},
    }),
  };
}

it('waits until the catalog knows it', async () => {
  await expect(waitFor([undefined, entity]).waiting).resolves.toBe(entity);
});

it.each([
  ['a busy catalog', failed(500)],
  ['a broken connection', failed()],
])('asks again after %s', async (_, error) => {
  await expect(waitFor([error, entity]).waiting).resolves.toBe(entity);
});

it('says what fails for as long as it waits', async () => {
  await expect(waitFor([failed(503)]).waiting).rejects.toThrow('503');
});

it('says that it is not there, whatever failed before', async () => {
  await expect(waitFor([failed(503), undefined]).waiting).rejects.toThrow(
    /does not know component:default\/orders/,
  );
});

it('takes a refusal for an answer', async () => {
  const { waiting, getEntityByRef } = waitFor([failed(403), entity]);
  await expect(waiting).rejects.toThrow('403');
  expect(getEntityByRef).toHaveBeenCalledTimes(1);
});
