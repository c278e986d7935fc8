import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import type { MockDirectoryContent } from '@backstage/backend-test-utils';
import { modulesDirectories } from './modulesDirectories';

describe('modulesDirectories', () => {
  const directory = createMockDirectory();
  const read = (path?: string) =>
    modulesDirectories(
      mockServices.rootConfig({
        data: { soa: { terraform: path ? { modulesDirectory: path } : {} } },
      }),
    );

  it('are the one of this package where none is configured', () => {
    const [own, ...others] = read();
    expect(existsSync(join(own, 'ecs-fargate', 'main.tf'))).toBe(true);
    expect(others).toEqual([]);
  });

  it('begin with the one that is configured', () => {
    directory.setContent({ queue: { 'variables.tf': '' } });
    expect(read(directory.path)).toEqual([directory.path, ...read()]);
  });

  it.each<MockDirectoryContent>([{}, { queue: {} }, { 'variables.tf': '' }])(
    'refuses a folder that holds %j',
    content => {
      directory.setContent(content);
      expect(() => read(directory.path)).toThrow(
        /^soa\.terraform\.modulesDirectory is .*put each module in a folder/,
      );
    },
  );

  it('refuses a folder that is not there', () => {
    expect(() => read(directory.resolve('nothing'))).toThrow(
      /^soa\.terraform\.modulesDirectory is .*there is no such folder/,
    );
  });
});
