import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { parse } from 'yaml';
import { hasSourceCodeHost } from './hasSourceCodeHost';
import { withSandboxRepository } from './withSandboxRepository';

const shipped: Entity = parse(
  readFileSync(
    resolve(
      __dirname,
      '../../../../templates/ecs-fargate-service/template.yaml',
    ),
    'utf8',
  ),
);

describe('withSandboxRepository', () => {
  const { parameters, steps } = withSandboxRepository(shipped).spec as any;
  const shippedSteps = shipped.spec!.steps as any[];

  it('asks for no repository', () => {
    expect(JSON.stringify(shipped)).toContain('repoUrl');
    expect(JSON.stringify({ parameters, steps })).not.toContain('repoUrl');
    expect(parameters.map(({ title }: any) => title)).toEqual([
      'The service',
      'Where it runs',
      'The container',
    ]);
  });

  it('publishes to the sandbox cloud and rolls out from there', () => {
    const publish = steps.find(({ id }: any) => id === 'publish');
    expect(publish).toEqual({
      id: 'publish',
      name: 'Publish the repository (simulated)',
      action: 'sandbox:repository:publish',
      input: { name: '${{ parameters.name }}' },
    });
    const rollout = steps.find(({ id }: any) => id === 'rollout');
    expect(rollout.input.sourceUrl).toBe(
      "${{ steps['publish'].output.archiveUrl }}",
    );
  });

  it('leaves everything else as it is', () => {
    expect(steps.map(({ id }: any) => id)).toEqual(
      shippedSteps.map(({ id }) => id),
    );
    const untouched = ({ id }: any) => id !== 'publish' && id !== 'rollout';
    expect(steps.filter(untouched)).toEqual(shippedSteps.filter(untouched));
  });

  it('leaves a template alone that publishes nothing', () => {
    const template = { ...shipped, spec: { type: 'service', steps: [] } };
    expect(withSandboxRepository(template)).toBe(template);
  });
});

describe('hasSourceCodeHost', () => {
  it.each([
    [{}, false],
    [{ integrations: { github: [{ host: 'github.com' }] } }, false],
    [{ integrations: { github: [{ host: 'github.com', token: 't' }] } }, true],
    [{ integrations: { gitlab: [{ host: 'gitlab.com', token: 't' }] } }, true],
    [{ integrations: { github: [{ host: 'g', apps: [{ appId: 1 }] }] } }, true],
  ])('%j: %s', (config, expected) => {
    expect(hasSourceCodeHost(new ConfigReader(config))).toBe(expected);
  });
});
