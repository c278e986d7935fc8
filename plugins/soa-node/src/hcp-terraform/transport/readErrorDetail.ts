import { z } from 'zod';

const LONGEST_DETAIL = 300;

const errorsSchema = z.object({
  errors: z.array(
    z.union([
      z.string(),
      z.object({
        title: z.unknown().optional(),
        detail: z.unknown().optional(),
      }),
    ]),
  ),
});

/**
 * What an answer in JSON:API says is wrong, as one line.
 *
 * @returns `undefined` if it says nothing that can be understood
 */
export function readErrorDetail(body: string): string | undefined {
  const parsed = errorsSchema.safeParse(parseJson(body));
  if (!parsed.success) {
    return undefined;
  }
  const detail = parsed.data.errors
    .map(error =>
      typeof error === 'string' ? error : error.detail ?? error.title,
    )
    .filter(text => typeof text === 'string')
    .join('; ')
    .replace(/\s+/g, ' ')
    .trim();
  return detail.slice(0, LONGEST_DETAIL) || undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
