import { z } from 'zod';
import type { HcpVariable } from '../HcpState';
import { readBody } from '../json-api';

const variable = z.object({
  key: z.string().min(1),
  value: z.string().default(''),
  description: z.string().nullable().default(null),
  category: z.enum(['terraform', 'env']),
  hcl: z.boolean().default(false),
  sensitive: z.boolean().default(false),
});

export function variableBody(body: unknown): Omit<HcpVariable, 'id'> {
  return readBody(z.object({ data: z.object({ attributes: variable }) }), body)
    .data.attributes;
}

const change = z
  .object({
    key: z.string(),
    value: z.string(),
    description: z.string(),
    hcl: z.boolean(),
    sensitive: z.boolean(),
  })
  .partial();

export function variableChange(body: unknown): Partial<HcpVariable> {
  return readBody(z.object({ data: z.object({ attributes: change }) }), body)
    .data.attributes;
}
