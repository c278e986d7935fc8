import { z } from 'zod';

const identity = z.looseObject({
  type: z.string().optional(),
  principalId: z.string().optional(),
  arn: z.string().optional(),
  accountId: z.string().optional(),
  accessKeyId: z.string().optional(),
  userName: z.string().optional(),
  invokedBy: z.string().optional(),
  identityProvider: z.string().optional(),
  inScopeOf: z.unknown().optional(),
  sessionContext: z
    .looseObject({
      sessionIssuer: z
        .looseObject({
          type: z.string().optional(),
          arn: z.string().optional(),
          accountId: z.string().optional(),
          userName: z.string().optional(),
        })
        .optional(),
      ec2RoleDelivery: z.string().optional(),
    })
    .optional(),
});

/**
 * A record of CloudTrail, as far as it is understood here; what it has beside
 * that is kept.
 */
export const recordSchema = z.looseObject({
  eventID: z.string().min(1).max(64),
  eventTime: z.iso.datetime({ offset: true }),
  eventName: z.string().min(1),
  eventSource: z.string().min(1),
  awsRegion: z.string().min(1),
  recipientAccountId: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  userIdentity: identity.default({}),
  sourceIPAddress: z.string().optional(),
  userAgent: z.string().nullish(),
  errorCode: z.string().optional(),
  errorMessage: z.string().optional(),
  readOnly: z
    .union([
      z.boolean(),
      z.enum(['true', 'false']).transform(text => text === 'true'),
    ])
    .optional(),
  requestParameters: z.unknown().optional(),
  responseElements: z.unknown().optional(),
  resources: z
    .array(
      z.looseObject({
        ARN: z.string().optional(),
        type: z.string().optional(),
      }),
    )
    .nullish()
    .catch(undefined),
  eventType: z.string().optional(),
  sessionCredentialFromConsole: z
    .union([z.boolean(), z.string()])
    .optional()
    .catch(undefined),
});

export type CloudTrailRecord = z.infer<typeof recordSchema>;
