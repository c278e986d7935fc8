import { InputError } from '@backstage/errors';
import type { z as zod } from 'zod/v3';

const NAME = /^[a-z_][a-z0-9_]*$/;

/** The schema of settings that a form lets people type: names, and values as JSON. */
export const settingsInput = (z: typeof zod) =>
  z
    .array(
      z.strictObject({
        setting: z
          .string()
          .regex(NAME, 'write the name of a setting, such as desired_count'),
        value: z
          .string()
          .max(100_000)
          .describe('JSON; what is none is a text as it stands'),
      }),
    )
    .max(200)
    .superRefine((settings, context) => {
      const names = settings.map(({ setting }) => setting);
      const twice = names.find((name, index) => names.indexOf(name) !== index);
      if (twice) {
        context.addIssue({
          code: 'custom',
          message: `${twice} is there twice: leave one out`,
        });
      }
    })
    .optional()
    .describe(
      "Values that are others than those that are copied; null takes the module's own",
    );

/**
 * The settings as they are written into a file.
 *
 * @param mainTf - the root configuration, which says what its module takes
 * @throws InputError for what the module does not take
 */
export function settingsOf(
  typed: ReadonlyArray<{ setting: string; value: string }> = [],
  mainTf: string | undefined,
): Record<string, unknown> {
  const known = new Set(
    [...(mainTf ?? '').matchAll(/\blocal\.p\.settings\.(\w+)/g)].map(
      ([, name]) => name,
    ),
  );
  const unknown = typed.filter(
    ({ setting }) => known.size > 0 && !known.has(setting),
  );
  if (unknown.length > 0) {
    throw new InputError(
      `settings: the module of the service has no variable ${unknown
        .map(({ setting }) => setting)
        .join(', ')}; it has ${[...known].sort().join(', ')}`,
    );
  }
  return Object.fromEntries(
    typed.map(({ setting, value }) => [setting, parsed(value)]),
  );
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
