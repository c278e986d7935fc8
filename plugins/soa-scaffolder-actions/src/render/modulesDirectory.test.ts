import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { modulesDirectory } from './modulesDirectory';

describe('modulesDirectory', () => {
  const directory = createMockDirectory();
  const read = (path?: string) =>
    modulesDirectory(
      mockServices.rootConfig({
        data: { soa: { terraform: path ? { modulesDirectory: path } : {} } },
      }),
    );

  it('is the one of this package where none is configured', () => {
    expect(existsSync(join(read(), 'ecs-fargate', 'main.tf'))).toBe(true);
  });

  it('is the one that is configured, if it holds a module for each runtime', () => {
    directory.setContent({ 'ecs-fargate': { 'variables.tf': '' } });
    expect(read(directory.path)).toBe(directory.path);
  });

  it.each([
    [
      {},
      /^soa\.terraform\.modulesDirectory is .*no ecs-fargate\/variables\.tf/,
    ],
    [
      { 'ecs-fargate': {} },
      /holds no ecs-fargate\/variables\.tf: put a module/,
    ],
  ])('refuses a folder that holds %j', (content, message) => {
    directory.setContent(content);
    expect(() => read(directory.path)).toThrow(message);
  });

  it('refuses a folder that is not there', () => {
    expect(() => read(directory.resolve('nothing'))).toThrow(
      /^soa\.terraform\.modulesDirectory is .*there is no such folder/,
    );
  });
});
