import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether a body was signed with a token: a hexadecimal HMAC-SHA512 of its bytes.
 * How long it takes says nothing of how much of it was right.
 */
export function isSigned(
  body: Buffer,
  signature: string | string[] | undefined,
  token: string,
): boolean {
  if (typeof signature !== 'string' || !/^[0-9a-f]{128}$/i.test(signature)) {
    return false;
  }
  return timingSafeEqual(
    Buffer.from(signature, 'hex'),
    createHmac('sha512', token).update(body).digest(),
  );
}
