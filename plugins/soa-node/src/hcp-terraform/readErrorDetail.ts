import { z } from 'zod';

const errorsSchema = z.object({
  errors: z.array(
    z.union([
      z.string(),
      z.looseObject({
        title: z.string().optional(),
        detail: z.string().optional(),
      }),
    ]),
  ),
});

/** What an answer in JSON:API says is wrong, as one line. */
export async function readErrorDetail(answer: Response): Promise<string> {
  const text = await answer.text().catch(() => '');
  try {
    const { errors } = errorsSchema.parse(JSON.parse(text));
    const lines = errors.map(error =>
      typeof error === 'string' ? error : error.detail ?? error.title ?? '',
    );
    return lines.filter(Boolean).join('; ') || `status ${answer.status}`;
  } catch {
    return `status ${answer.status}`;
  }
}
