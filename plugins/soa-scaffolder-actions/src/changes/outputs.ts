import type { z as zod } from 'zod/v3';

/** What every action that changes a repository puts out. */
export const changeOutputs = {
  hasChanges: (z: typeof zod) =>
    z.boolean().describe('There is something to publish'),
  isInPlace: (z: typeof zod) =>
    z.boolean().describe('The repository has all of it already'),
  branchName: (z: typeof zod) =>
    z.string().describe('For the pull request; the same for the same wish'),
  summary: (z: typeof zod) =>
    z.string().describe('What changes, for people, in Markdown'),
  filesToDelete: (z: typeof zod) => z.array(z.string()).optional(),
};
