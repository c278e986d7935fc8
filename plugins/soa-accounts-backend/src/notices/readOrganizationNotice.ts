import { z } from 'zod';

/** What EventBridge tells of an organisation. */
export interface OrganizationNotice {
  /** Of the event, however often it is delivered. */
  identity: string;
  /** The account in which CloudTrail has written it down. */
  recipientAccountId: string;
  /** The account that has changed; absent where more than one may have. */
  accountId?: string;
}

// EventBridge's events end at 256 kB, and are wrapped at most.
const LONGEST = 1_000_000;
const MOST_WRAPPERS = 3;
const SOURCES = ['organizations.amazonaws.com', 'account.amazonaws.com'];
const WIDER = [
  'AcceptHandshake',
  'AccountDepartedOrganization',
  'AccountJoinedOrganization',
  'CreateOrganizationalUnit',
  'DeleteOrganizationalUnit',
  'LeaveOrganization',
  'RemoveAccountFromOrganization',
  'UpdateOrganizationalUnit',
];

const accountIdSchema = z.string().regex(/^\d{12}$/);
const statusSchema = z.looseObject({ accountId: z.string().optional() });
const eventSchema = z.looseObject({
  id: z.string().max(200).optional(),
  account: accountIdSchema.optional(),
  detail: z.looseObject({
    eventID: z.string().max(200).optional(),
    eventName: z.string(),
    eventSource: z.enum(SOURCES),
    errorCode: z.string().nullish(),
    recipientAccountId: accountIdSchema.optional(),
    requestParameters: z
      .looseObject({
        accountId: z.string().optional(),
        resourceId: z.string().optional(),
      })
      .nullish(),
    serviceEventDetails: z
      .looseObject({
        createAccountStatus: statusSchema.optional(),
        closeAccountStatus: statusSchema.optional(),
      })
      .nullish(),
  }),
});

type Detail = z.infer<typeof eventSchema>['detail'];

/**
 * Understands an event of EventBridge that CloudTrail has given it, as it is, as text,
 * or as a notification of SNS.
 *
 * @returns `undefined` for all that changes nothing of what the inventory knows
 */
export function readOrganizationNotice(
  body: unknown,
): OrganizationNotice | undefined {
  const parsed = eventSchema.safeParse(unwrapped(body));
  if (!parsed.success) {
    return undefined;
  }
  const { id, account, detail } = parsed.data;
  const identity = detail.eventID ?? id;
  const recipientAccountId = account ?? detail.recipientAccountId;
  if (!identity || !recipientAccountId || detail.errorCode) {
    return undefined;
  }
  const notice = { identity, recipientAccountId };
  const accountId = accountIdSchema.safeParse(
    changedBy(detail, recipientAccountId),
  );
  if (accountId.success) {
    return { ...notice, accountId: accountId.data };
  }
  return WIDER.includes(detail.eventName) ? notice : undefined;
}

/** The id of what one event has changed, told in an account. */
function changedBy(detail: Detail, toldIn: string): string | undefined {
  const { requestParameters, serviceEventDetails } = detail;
  switch (detail.eventName) {
    case 'TagResource':
    case 'UntagResource':
      return requestParameters?.resourceId;
    case 'CloseAccount':
    case 'MoveAccount':
      return requestParameters?.accountId;
    case 'PutAccountName':
      // Who renames its own account names none.
      return requestParameters?.accountId ?? toldIn;
    case 'CreateAccountResult':
      return serviceEventDetails?.createAccountStatus?.accountId;
    case 'CloseAccountResult':
      return serviceEventDetails?.closeAccountStatus?.accountId;
    default:
      return undefined;
  }
}

function unwrapped(body: unknown): unknown {
  let inner = body;
  for (let wrapper = 0; wrapper < MOST_WRAPPERS; wrapper += 1) {
    if (typeof inner === 'string') {
      inner = inner.length > LONGEST ? undefined : parse(inner);
    } else if (isNotification(inner)) {
      inner = inner.Message;
    } else {
      break;
    }
  }
  return inner;
}

function isNotification(body: unknown): body is { Message: string } {
  return (
    typeof body === 'object' &&
    body !== null &&
    'Message' in body &&
    typeof body.Message === 'string'
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
