import type { z as zod } from 'zod/v3';

/** The schema of the repository that workspaces are linked to. */
export const vcsInput = (z: typeof zod) =>
  z
    .object({
      identifier: z
        .string()
        .regex(
          /^[\w.-]+(\/[\w.-]+)+$/,
          'write the repository as its host names it, such as acme/orders',
        )
        .describe('The repository as its host names it: acme/orders'),
      branch: z
        .string()
        .min(1)
        .optional()
        .describe("The branch; the repository's default one if absent"),
      oauthTokenId: z
        .string()
        .regex(/^ot-/)
        .optional()
        .describe('Another connection than the configured one, if allowed'),
      githubAppInstallationId: z
        .string()
        .regex(/^ghain-/)
        .optional()
        .describe('Another connection than the configured one, if allowed'),
    })
    .strict()
    .refine(
      ({ oauthTokenId, githubAppInstallationId }) =>
        !oauthTokenId || !githubAppInstallationId,
      'write either oauthTokenId or githubAppInstallationId',
    )
    .optional()
    .describe(
      'Links the workspaces to a repository: pushes plan. Without it, rollouts upload the configuration.',
    );
