import type { z as zod } from 'zod/v3';
import { autoDestroyInput } from './autoDestroyInput';
import { variablesInput } from './variablesInput';
import { vcsInput } from './vcsInput';

/** The schemas of what workspaces can be asked to be. */
export const workspaceInputs = {
  terraformVersion: (z: typeof zod) =>
    z
      .string()
      .optional()
      .describe('A version or a constraint; the configured one, or ~> 1.9'),
  workingDirectory: (z: typeof zod) =>
    z
      .string()
      .regex(
        /^(?!.*(^|\/)\.\.?(\/|$))[\w.-]+(\/[\w.-]+)*$/,
        'write a folder of the repository, such as infra',
      )
      .optional()
      .describe(
        'Where the configuration is in the repository; infra if absent',
      ),
  vcs: vcsInput,
  triggerPatterns: (z: typeof zod) =>
    z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .describe(
        'Globs of the files whose changes start runs, with vcs; what is in the working directory if absent',
      ),
  autoApply: (z: typeof zod) =>
    z
      .boolean()
      .optional()
      .describe(
        'Whether runs apply unasked; never in production. A rollout confirms runs itself',
      ),
  variables: variablesInput,
  variableSets: (z: typeof zod) =>
    z
      .array(z.string().min(1))
      .optional()
      .describe('Names of further variable sets, of those that are allowed'),
  teams: (z: typeof zod) =>
    z
      .array(
        z
          .object({
            name: z.string().min(1),
            access: z.enum(['read', 'plan', 'write', 'admin', 'custom']),
          })
          .strict(),
      )
      .optional()
      .describe(
        'Further teams of HCP Terraform and what they may do, as far as that is allowed',
      ),
  notifications: (z: typeof zod) =>
    z
      .boolean()
      .optional()
      .describe(
        'Whether HCP Terraform tells the portal of runs; true if absent and configured',
      ),
  driftDetection: (z: typeof zod) =>
    z
      .boolean()
      .optional()
      .describe(
        'Whether drift is looked for; if absent, where it is configured to be, and elsewhere it stays as it is',
      ),
  autoDestroy: autoDestroyInput,
  runTriggers: (z: typeof zod) =>
    z
      .array(z.string().regex(/^[\w-]{1,90}$/, "write a workspace's name"))
      .max(20)
      .optional()
      .describe(
        'Workspaces of the same organization whose applies start a run here',
      ),
};
