import { join } from 'node:path';
import { root } from './paths.mjs';

/** Has Node run TypeScript as Backstage's command line does. */
export const nodeTransform = join(
  root,
  'node_modules',
  '@backstage',
  'cli',
  'config',
  'nodeTransform.cjs',
);
