import { fullEntityRef } from '@backstage-soa/plugin-soa-common';
import { z } from 'zod';

/**
 * A component as people name it, `orders` or `component:default/orders`; read as
 * its full reference.
 *
 * @public
 */
export const componentRefInput: z.ZodType<string, string> = z
  .string()
  .transform((value, context) => {
    const ref = fullEntityRef(value, {
      defaultKind: 'Component',
      defaultNamespace: 'default',
    });
    if (ref === undefined) {
      context.addIssue({
        code: 'custom',
        message: 'write an entity reference such as component:default/orders',
      });
      return z.NEVER;
    }
    return ref;
  });
