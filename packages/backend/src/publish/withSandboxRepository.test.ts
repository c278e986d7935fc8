import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import { parse } from 'yaml';
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
  const nowhere = {
    repositoriesUrl: 'http://sandbox.test',
    canPublish: () => false,
  };
  const { parameters, steps } = withSandboxRepository(shipped, nowhere)
    .spec as any;
  const shippedSteps = shipped.spec!.steps as any[];

  it('asks for no repository', () => {
    expect(JSON.stringify(shipped)).toContain('repoUrl');
    expect(JSON.stringify({ parameters, steps })).not.toContain('repoUrl');
    expect(parameters.map(({ title }: any) => title)).toEqual([
      'The service',
      'Where it runs',
      'The container',
      'How it is called',
      'Before you create it',
    ]);
  });

  it('still asks what else the page of the repository asks', () => {
    const repoUrl = { title: 'Repository', type: 'string' };
    const deploy = { title: 'Deploy', type: 'boolean' };
    const page = { title: 'The repository', properties: { repoUrl, deploy } };
    const { spec } = withSandboxRepository(
      { ...shipped, spec: { ...shipped.spec, parameters: [page] } as any },
      nowhere,
    );
    expect(spec!.parameters).toEqual([
      { title: 'The repository', properties: { deploy }, required: [] },
    ]);
  });

  it('publishes to the sandbox cloud and rolls out from there', () => {
    const publish = steps.find(({ id }: any) => id === 'publish');
    expect(publish).toEqual({
      id: 'publish',
      name: 'Publish the repository (simulated)',
      if: '${{ not steps.known.output.isThere }}',
      action: 'sandbox:repository:publish',
      input: { name: '${{ parameters.name }}' },
    });
    const rollout = steps.find(({ id }: any) => id === 'rollout');
    expect(rollout.input.sourceUrl).toBe(
      "http://sandbox.test/repositories/${{ parameters.name }}/archive/${{ steps.publish.output.commitHash or 'newest' }}.tar.gz",
    );
  });

  it('still looks whether the catalog has the service already', () => {
    const known = steps.find(({ id }: any) => id === 'known');
    expect(known.action).toBe('soa:repository:find');
    expect(known.input).toEqual({
      componentRef: 'component:default/${{ parameters.name }}',
    });
  });

  it('leaves everything else as it is', () => {
    expect(steps.map(({ id }: any) => id)).toEqual(
      shippedSteps.map(({ id }) => id),
    );
    const untouched = ({ id }: any) =>
      !['known', 'publish', 'rollout'].includes(id);
    expect(steps.filter(untouched)).toEqual(shippedSteps.filter(untouched));
  });

  it('commits what would be a pull request, to the repository of the service', () => {
    const opened = [
      { id: 'service', name: 'Read', action: 'soa:service:read', input: {} },
      {
        id: 'publish',
        name: 'Open it',
        action: 'publish:github:pull-request',
        input: { repoUrl: 'x', filesToDelete: '${{ steps.a.output.gone }}' },
      },
      { id: 'rollout', name: 'Roll out', action: 'soa:rollout:start' },
    ];
    const of = (which: object[]) =>
      withSandboxRepository(
        { ...shipped, spec: { ...shipped.spec, steps: which } as any },
        nowhere,
      ).spec!.steps as any[];
    const [, commit, rollout] = of(opened);
    expect(commit).toMatchObject({
      name: 'Open it (simulated)',
      action: 'sandbox:repository:commit',
      input: {
        name: '${{ steps.service.output.name }}',
        filesToDelete: '${{ steps.a.output.gone }}',
      },
    });
    const archive =
      'http://sandbox.test/repositories/${{ steps.service.output.name }}/archive/';
    expect(rollout.input.sourceUrl).toContain(archive);
    // What changes nothing is rolled out from there, too.
    expect(of([opened[0], opened[2]])[1].input.sourceUrl).toContain(archive);
  });

  it('commits to the repository of each service, where there are two', () => {
    const read = (id: string) => ({
      id,
      name: 'Read',
      action: 'soa:service:read',
      input: { componentRef: `\${{ parameters.${id} }}` },
    });
    const open = (id: string, repoUrl: string) => ({
      id,
      name: 'Open it',
      action: 'publish:github:pull-request',
      input: { repoUrl },
    });
    const ofTwo = [
      read('one'),
      read('two'),
      open('elsewhere', 'github.com?owner=acme&repo=requests'),
      open('first', '${{ steps.one.output.repoUrl }}'),
      open('second', '${{ steps.two.output.repoUrl }}'),
      {
        id: 'rollout',
        name: 'Roll out',
        action: 'soa:rollout:start',
        input: { componentRef: '${{ parameters.two }}' },
      },
    ];
    const [, , elsewhere, first, second, rollout] = withSandboxRepository(
      { ...shipped, spec: { ...shipped.spec, steps: ofTwo } as any },
      nowhere,
    ).spec!.steps as any[];
    expect(elsewhere).toEqual(ofTwo[2]);
    expect(first.input).toEqual({ name: '${{ steps.one.output.name }}' });
    expect(second.input).toEqual({ name: '${{ steps.two.output.name }}' });
    expect(rollout.input.sourceUrl).toBe(
      "http://sandbox.test/repositories/${{ steps.two.output.name }}/archive/${{ steps.second.output.commitHash or 'newest' }}.tar.gz",
    );
  });

  it('leaves a template alone that publishes nothing', () => {
    const template = { ...shipped, spec: { type: 'service', steps: [] } };
    expect(withSandboxRepository(template, nowhere)).toBe(template);
  });

  it('leaves a template alone that has a host to publish to', () => {
    const canPublish = jest.fn(() => true);
    expect(withSandboxRepository(shipped, { ...nowhere, canPublish })).toBe(
      shipped,
    );
    expect(canPublish).toHaveBeenCalledWith('publish:github', ['github.com']);
  });
});
