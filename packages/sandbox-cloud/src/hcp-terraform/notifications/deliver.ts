import { createHmac } from 'node:crypto';
import type { HcpNotification } from '../HcpState';

const TIMEOUT_MS = 10_000;

/** Sends what is told to whom it is for, signed with the token. */
export async function deliver(
  { url, token }: HcpNotification,
  payload: object,
): Promise<boolean> {
  const body = JSON.stringify(payload);
  try {
    const { ok } = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-tfe-notification-signature': token
          ? createHmac('sha512', token).update(body).digest('hex')
          : '',
      },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return ok;
  } catch {
    return false;
  }
}
