import { AwsError } from './AwsError';

/** A page of a list; the token is the index at which the next one begins. */
export function page<T>(
  items: readonly T[],
  input: { NextToken?: string; MaxResults?: number },
  largest: number,
): { items: T[]; NextToken?: string } {
  const start = Number(input.NextToken ?? 0);
  if (!Number.isInteger(start) || start < 0 || start > items.length) {
    throw new AwsError('InvalidInputException', 'The NextToken is not valid.');
  }
  const end = start + Math.min(input.MaxResults ?? largest, largest);
  return {
    items: items.slice(start, end),
    ...(end < items.length && { NextToken: String(end) }),
  };
}
