import { ARN } from './arnsOf';
import type { CloudTrailRecord } from './CloudTrailRecord';

/** The ARNs that a record names, by how it names them. */
export interface NamedArns {
  /** What the call was on. */
  actedOn: Set<string>;
  /**
   * Those of them that may be only what another one is in, as a service names
   * its cluster; what is in a list with others was acted on itself.
   */
  single: Set<string>;
  /** What it names besides, such as the roles that a task is to have. */
  mentioned: Set<string>;
}

const ID =
  /(arns?|arnList|ids?|identifiers?)$|^(cluster|service|functionName|resource)s?$/i;
// People write into these whatever they like.
const FREE =
  /^tag|tags?$|^(description|comment|message|note|reason|displayName|metadata|labels?|annotations?|env|environment|variables|client(Request)?Token)$/i;
// Passed along, but in calls to these services.
const USED = /^arn:aws[a-z-]*:(iam|kms):/;
const THEIR_OWN = /^(iam|kms|sts)\.amazonaws\.com$/;
const DEEPEST = 12;
/** `{services: [{serviceArn}]}`: what an answer is about is not far down. */
const DEEPEST_SUBJECT = 2;
const MOST = 200;

/** What a record says it was about, as far as the caller had no free choice. */
export function namedArns(record: CloudTrailRecord): NamedArns {
  const { requestParameters, responseElements, eventSource } = record;
  const named: NamedArns = {
    actedOn: new Set(),
    single: new Set(),
    mentioned: new Set(),
  };
  const isActedOn = (arn: string) =>
    THEIR_OWN.test(eventSource) || !USED.test(arn);

  function note(arn: string, isSubject: boolean, isAlone: boolean): void {
    if (named.actedOn.size + named.mentioned.size >= MOST) {
      return;
    }
    if (!isSubject || !isActedOn(arn)) {
      named.mentioned.add(arn);
      return;
    }
    if (!isAlone) {
      named.single.delete(arn);
    } else if (!named.actedOn.has(arn)) {
      named.single.add(arn);
    }
    named.actedOn.add(arn);
  }

  function visit(
    value: unknown,
    at: { depth: number; most: number; key?: string; isListed?: boolean },
  ): void {
    const { depth, most, key = '', isListed = false } = at;
    if (typeof value === 'string') {
      if (ARN.test(value)) {
        note(value, depth <= most && ID.test(key), !isListed);
      }
    } else if (Array.isArray(value)) {
      for (const item of value) {
        // A list of texts is all one parameter; objects have keys of their own.
        visit(item, { ...at, isListed: true });
      }
    } else if (typeof value === 'object' && value !== null && depth < DEEPEST) {
      for (const [name, item] of Object.entries(value)) {
        if (!FREE.test(name)) {
          visit(item, { depth: depth + 1, most, key: name });
        }
      }
    }
  }

  for (const { ARN: arn } of record.resources ?? []) {
    if (arn) {
      note(arn, true, false);
    }
  }
  visit(requestParameters, { depth: 0, most: 1 });
  visit(responseElements, { depth: 0, most: DEEPEST_SUBJECT });
  return named;
}
