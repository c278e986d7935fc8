import { z } from 'zod';
import { readBody } from '../json-api';

const project = z.object({
  data: z.object({
    attributes: z.object({ name: z.string().regex(/^[\w -]{3,40}$/) }),
  }),
});

export function projectBody(body: unknown): { name: string } {
  return readBody(project, body).data.attributes;
}
