import { z } from 'zod';
import { HcpError } from '../HcpError';

/** How a request names another resource. */
export const linkage = z.object({ data: z.object({ id: z.string() }) });

/** @throws HcpError with status 422, as HCP Terraform does */
export function readBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    throw new HcpError(422, z.prettifyError(parsed.error));
  }
  return parsed.data;
}
