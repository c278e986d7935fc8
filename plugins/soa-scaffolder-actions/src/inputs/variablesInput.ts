import type { z as zod } from 'zod/v3';

/** What the portal writes itself, or what would go past the workspace's roles. */
const RESERVED = {
  terraform: /^(placement|access)$/,
  env: /^(TFC_|TFE_|TF_CLI_ARGS|TF_CLI_CONFIG|TF_REATTACH|TF_DATA_DIR|TF_WORKSPACE$|TF_VAR_(placement|access)$|AWS_)/,
};

/** Whether a variable is the portal's own, or none that templates may name. */
export function isReserved(
  category: keyof typeof RESERVED,
  key: string,
): boolean {
  return RESERVED[category].test(key);
}

/** The schema of further variables of the workspaces. */
export const variablesInput = (z: typeof zod) =>
  z
    .array(
      z
        .object({
          key: z
            .string()
            .regex(
              /^[A-Za-z_][\w-]{0,127}$/,
              'write letters, digits, _ and -, beginning with a letter or _',
            ),
          value: z.string().max(262_144),
          category: z.enum(['terraform', 'env']),
          sensitive: z
            .boolean()
            .optional()
            .describe('Nobody can read it again, this action included'),
          hcl: z
            .boolean()
            .optional()
            .describe('The value is an HCL expression, not a text'),
          description: z.string().max(500).optional(),
          only: z
            .array(z.string())
            .min(1)
            .optional()
            .describe('The keys of the placements that get it; all if absent'),
        })
        .strict(),
    )
    .superRefine((variables, context) => {
      const taken = new Set<string>();
      variables.forEach(({ key, category, hcl, only = [''] }, index) => {
        const issue = (message: string) =>
          context.addIssue({ code: 'custom', path: [index, 'key'], message });
        if (isReserved(category, key)) {
          issue(
            `${key} is the portal's own, or would go past the workspace's roles: choose another`,
          );
        }
        if (hcl && category === 'env') {
          issue(
            `${key} is an environment variable, which holds no HCL: leave out hcl`,
          );
        }
        for (const placement of only) {
          const identity = `${category} ${key} ${placement}`;
          if (taken.has(identity)) {
            issue(`${key} is there twice: leave one out`);
          }
          taken.add(identity);
        }
      });
    })
    .optional()
    .describe('Further variables; pass sensitive values from secrets');
