import { z } from 'zod';

/** CloudTrail writes null where it has nothing to say. */
const optional = <T>(schema: z.ZodType<T>) =>
  schema.nullish().transform(value => value ?? undefined);

// PostgreSQL takes no NUL in a text, and 255 characters in a column.
const name = z
  .string()
  .min(1)
  .max(255)
  .refine(text => !text.includes('\0'), 'holds a NUL');
const text = optional(z.string());

const identity = z.looseObject({
  type: text,
  principalId: text,
  arn: text,
  accountId: text,
  accessKeyId: optional(name),
  userName: text,
  invokedBy: text,
  identityProvider: text,
  inScopeOf: optional(z.unknown()),
  sessionContext: optional(
    z.looseObject({
      sessionIssuer: optional(
        z.looseObject({
          type: text,
          arn: text,
          accountId: text,
          userName: text,
        }),
      ),
      ec2RoleDelivery: text,
    }),
  ),
});

/**
 * A record of CloudTrail, as far as it is understood here; what it has beside
 * that is kept.
 */
export const recordSchema = z.looseObject({
  eventID: name.max(64),
  eventTime: z.iso
    .datetime({ offset: true })
    .refine(time => /^\d{4}-/.test(utc(time)), 'is out of range'),
  eventName: name,
  eventSource: name,
  awsRegion: name,
  recipientAccountId: optional(z.string().regex(/^\d{12}$/)),
  userIdentity: identity
    .nullish()
    .transform(value => value ?? identity.parse({})),
  sourceIPAddress: text,
  userAgent: text,
  errorCode: text,
  errorMessage: text,
  readOnly: optional(
    z.union([
      z.boolean(),
      z.enum(['true', 'false']).transform(value => value === 'true'),
    ]),
  ),
  requestParameters: z.unknown().optional(),
  responseElements: z.unknown().optional(),
  resources: z
    .array(z.looseObject({ ARN: text, type: text }))
    .nullish()
    .catch(undefined),
  eventType: text,
  sessionCredentialFromConsole: z
    .union([z.boolean(), z.string()])
    .nullish()
    .catch(undefined),
});

export type CloudTrailRecord = z.infer<typeof recordSchema>;

function utc(time: string): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
