import { resolve } from 'node:path';
import { RUNTIMES } from '@backstage-soa/plugin-soa-common';
import { readFileTree } from '../files';
import { FACTS } from './mainTf';
import { runtimeModuleOf } from './RuntimeModule';

const modules = RUNTIMES.flatMap(runtime => runtimeModuleOf(runtime) ?? []);

const names = (kind: string, text: string) =>
  [...text.matchAll(new RegExp(`^${kind} "(\\w+)"`, 'gm'))].map(
    ([, name]) => name,
  );

describe.each(modules.map(module => [module.name, module] as const))(
  'module %s',
  (name, module) => {
    const read = () =>
      readFileTree(resolve(__dirname, '../../../../terraform/modules', name));

    it('has the variables that are set, and no others', async () => {
      expect(names('variable', (await read())['variables.tf']).sort()).toEqual(
        [...Object.keys(FACTS), ...module.settings].sort(),
      );
    });

    it('has the outputs that are passed on, and no others', async () => {
      expect(names('output', (await read())['outputs.tf']).sort()).toEqual(
        [...module.outputs].sort(),
      );
    });

    it('describes, types and tests', async () => {
      const tree = await read();
      expect(tree['README.md']).toBeDefined();
      expect(Object.keys(tree).some(path => path.endsWith('.tftest.hcl'))).toBe(
        true,
      );
      for (const variable of tree['variables.tf']
        .split(/^variable /m)
        .slice(1)) {
        expect(variable).toMatch(/description = ".+"/);
        expect(variable).toMatch(/type {8}= /);
      }
    });
  },
);
