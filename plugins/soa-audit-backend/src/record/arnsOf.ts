import type { CloudTrailRecord } from './CloudTrailRecord';

export const ARN = /^arn:aws[a-z-]*:[a-z0-9-]+:/;
const DEEPEST = 12;
const MOST = 200;

/** Every ARN that a record names: its resources', and those of request and response. */
export function arnsOf(
  record: CloudTrailRecord,
): Map<string, string | undefined> {
  const arns = new Map<string, string | undefined>();
  for (const { ARN: arn, type } of record.resources ?? []) {
    if (arn) {
      arns.set(arn, type);
    }
  }
  const visit = (value: unknown, depth: number) => {
    if (arns.size >= MOST || depth > DEEPEST) {
      return;
    }
    if (typeof value === 'string') {
      if (ARN.test(value) && !arns.has(value)) {
        arns.set(value, undefined);
      }
    } else if (typeof value === 'object' && value !== null) {
      Object.values(value).forEach(item => visit(item, depth + 1));
    }
  };
  visit(record.requestParameters, 0);
  visit(record.responseElements, 0);
  return arns;
}
