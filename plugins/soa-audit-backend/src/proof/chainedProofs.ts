import { z } from 'zod';
import type { CloudTrailRecord } from '../record';
import { isOfSession } from './isOfSession';
import type { PipelineProof } from './PipelineProof';

const response = z.looseObject({
  assumedRoleUser: z.looseObject({
    arn: z.string().regex(/^arn:aws[a-z-]*:sts::\d{12}:assumed-role\//),
  }),
  credentials: z.looseObject({ accessKeyId: z.string().min(1) }),
});

/**
 * What records prove of keys that proven sessions were given for further roles:
 * AWS itself has written that it gave them to the holder of the proven key.
 *
 * @param proofs - by access key
 * @returns only what is not among the proofs yet
 */
export function chainedProofs(
  rows: ReadonlyArray<{ record: CloudTrailRecord; account: string }>,
  proofs: ReadonlyMap<string, PipelineProof>,
): PipelineProof[] {
  const known = new Map(proofs);
  const found: PipelineProof[] = [];
  let left = rows.flatMap(({ record, account }) => {
    const link = linkOf(record);
    return link ? [{ ...link, record, account }] : [];
  });
  // Each link waits for the one before it; records come in any order.
  for (let isNew = true; isNew; ) {
    const waiting: typeof left = [];
    for (const link of left) {
      const parent = known.get(link.parentKeyId);
      if (!parent || !isOfSession(parent, link.record, link.account)) {
        waiting.push(link);
      } else if (!known.has(link.accessKeyId)) {
        const proof = {
          ...parent,
          accessKeyId: link.accessKeyId,
          account: link.roleAccount,
          eventTime: link.record.eventTime,
        };
        known.set(proof.accessKeyId, proof);
        found.push(proof);
      }
    }
    isNew = waiting.length < left.length;
    left = waiting;
  }
  return found;
}

/** The key that a session was given, and the key that it asked with. */
function linkOf(record: CloudTrailRecord) {
  const { eventName, eventSource, errorCode, userIdentity } = record;
  const { type, accessKeyId: parentKeyId } = userIdentity;
  const isIssued =
    eventSource === 'sts.amazonaws.com' &&
    eventName === 'AssumeRole' &&
    !errorCode &&
    type === 'AssumedRole';
  const answer = response.safeParse(record.responseElements);
  if (!isIssued || !parentKeyId || !answer.success) {
    return undefined;
  }
  const { assumedRoleUser, credentials } = answer.data;
  return {
    parentKeyId,
    accessKeyId: credentials.accessKeyId,
    roleAccount: assumedRoleUser.arn.split(':')[4],
  };
}
