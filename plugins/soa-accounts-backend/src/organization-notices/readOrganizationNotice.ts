import { z } from 'zod';

// What EventBridge is told by CloudTrail. More is in it than is read.
const envelopeSchema = z.object({
  account: z.string().optional(),
  detail: z.looseObject({
    eventName: z.string(),
    eventID: z.string().optional(),
    eventSource: z.enum([
      'organizations.amazonaws.com',
      'account.amazonaws.com',
    ]),
    errorCode: z.string().nullish(),
    requestParameters: z.looseObject({}).nullish(),
    serviceEventDetails: z.looseObject({}).nullish(),
  }),
});

// SNS puts what it was told into a text.
const notificationSchema = z.object({ Message: z.string() });

const ACCOUNT_ID = /^\d{12}$/;
/** What changes one account, and where its id stands in the event. */
const OF_ACCOUNTS: Readonly<Record<string, readonly string[]>> = {
  TagResource: ['requestParameters.resourceId'],
  UntagResource: ['requestParameters.resourceId'],
  MoveAccount: ['requestParameters.accountId'],
  CloseAccount: ['requestParameters.accountId'],
  RemoveAccountFromOrganization: ['requestParameters.accountId'],
  // Of its own account where it names none.
  PutAccountName: ['requestParameters.accountId', 'account'],
  CreateAccountResult: ['serviceEventDetails.createAccountStatus.accountId'],
  CloseAccountResult: ['serviceEventDetails.closeAccountStatus.accountId'],
};
/** What changes units, or accounts that the event does not name. */
const OF_ALL: readonly string[] = [
  'CreateOrganizationalUnit',
  'UpdateOrganizationalUnit',
  'DeleteOrganizationalUnit',
  'AcceptHandshake',
  'LeaveOrganization',
  'AccountJoinedOrganization',
  'AccountDepartedOrganization',
  ...Object.keys(OF_ACCOUNTS),
];

/** What AWS Organizations has told through EventBridge. */
export interface OrganizationNotice {
  /** Of the event, as CloudTrail gives it; absent where it gives none. */
  identity?: string;
  /** The account in which it happened: the management account, as a rule. */
  in?: string;
  /** The account that has changed; absent where it can be any, or units. */
  accountId?: string;
}

/**
 * Reads an event that EventBridge has sent, perhaps through SNS or as a text.
 *
 * @returns `undefined` for anything that changes neither accounts nor units
 */
export function readOrganizationNotice(
  payload: unknown,
): OrganizationNotice | undefined {
  const plain = parsed(payload);
  const wrapped = notificationSchema.safeParse(plain).data;
  const event = envelopeSchema.safeParse(
    wrapped ? parsed(wrapped.Message) : plain,
  ).data;
  if (!event || event.detail.errorCode) {
    return undefined;
  }
  const { account, detail } = event;
  const { eventName, eventID } = detail;
  if (!OF_ALL.includes(eventName)) {
    return undefined;
  }
  const places = Object.hasOwn(OF_ACCOUNTS, eventName)
    ? OF_ACCOUNTS[eventName]
    : [];
  const accountId = places
    .map(place => valueAt({ account, ...detail }, place))
    .find(value => ACCOUNT_ID.test(value));
  // Tags of units and policies are of no interest here.
  if (!accountId && /^(Un)?[Tt]agResource$/.test(eventName)) {
    return undefined;
  }
  return {
    ...(eventID && { identity: eventID }),
    ...(account && { in: account }),
    ...(accountId && { accountId }),
  };
}

function parsed(payload: unknown): unknown {
  if (typeof payload !== 'string') {
    return payload;
  }
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}

/** What is at a path of names; empty where there is no text. */
function valueAt(object: unknown, path: string): string {
  let value = object;
  for (const name of path.split('.')) {
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, name)
        ? Reflect.get(value, name)
        : undefined;
  }
  return typeof value === 'string' ? value : '';
}
