import { AwsError } from './AwsError';

/** What a service takes, and how it refuses anything else. */
export interface PageLimits {
  /** For `MaxResults`. */
  largestAsked: number;
  invalidInput: string;
  invalidToken: string;
}

const ORGANIZATIONS: PageLimits = {
  largestAsked: 20,
  invalidInput: 'InvalidInputException',
  invalidToken: 'InvalidInputException',
};
// As AWS does, pages are smaller than what was asked for.
const LARGEST_GIVEN = 8;

/** The input of a list that comes in pages. */
export interface PageInput {
  NextToken?: string;
  MaxResults?: number;
}

/**
 * A page of a list; the token says at which item the next one begins.
 *
 * @param isEmpty - gives no item, but the token that leads to them
 */
export function page<T>(
  items: readonly T[],
  input: PageInput,
  isEmpty: () => boolean,
  limits: PageLimits = ORGANIZATIONS,
): { items: T[]; NextToken?: string } {
  const { largestAsked, invalidInput, invalidToken } = limits;
  const { MaxResults = largestAsked } = input;
  if (!(MaxResults >= 1 && MaxResults <= largestAsked)) {
    throw new AwsError(
      invalidInput,
      `MaxResults must be from 1 to ${largestAsked}.`,
    );
  }
  const start = readToken(input.NextToken, items.length, invalidToken);
  const end = isEmpty() ? start : start + Math.min(MaxResults, LARGEST_GIVEN);
  return {
    items: items.slice(start, end),
    ...(end < items.length && { NextToken: writeToken(end) }),
  };
}

function writeToken(index: number): string {
  return Buffer.from(`from ${index}`).toString('base64url');
}

function readToken(
  token: string | undefined,
  length: number,
  refusal: string,
): number {
  if (token === undefined) {
    return 0;
  }
  const text = Buffer.from(String(token), 'base64url').toString();
  const index = Number(/^from (\d+)$/.exec(text)?.[1]);
  if (!(index <= length)) {
    throw new AwsError(refusal, 'The NextToken is not valid.');
  }
  return index;
}
