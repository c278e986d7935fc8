import { z } from 'zod';
import type { HcpNotification } from '../HcpState';
import { readBody } from '../json-api';

const notification = z.object({
  data: z.object({
    attributes: z.object({
      name: z.string().min(1),
      'destination-type': z.literal('generic'),
      enabled: z.boolean(),
      token: z.string().default(''),
      triggers: z.array(z.string()),
      url: z.url(),
    }),
  }),
});

export function notificationBody(body: unknown): Omit<HcpNotification, 'id'> {
  const { name, enabled, token, triggers, url } = readBody(notification, body)
    .data.attributes;
  return { name, enabled, token, triggers, url };
}
