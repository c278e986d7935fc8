import assert from 'node:assert/strict';

const port = process.env.SOA_BACKEND_PORT ?? '7007';
const backendUrl = `http://localhost:${port}/api`;

/** Asks the backend as the guest, past the browser. */
export async function askBackend<T>(path: string, body?: object): Promise<T> {
  const answer = await fetch(backendUrl + path, {
    headers: {
      authorization: `Bearer ${await guestToken()}`,
      'content-type': 'application/json',
    },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  assert.ok(
    answer.ok,
    `${path}: ${answer.status} ${await answer.clone().text()}`,
  );
  return (await answer.json()) as T;
}

async function guestToken(): Promise<string> {
  const answer = await fetch(`${backendUrl}/auth/guest/refresh`, {
    method: 'POST',
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  const session = (await answer.json()) as {
    backstageIdentity: { token: string };
  };
  return session.backstageIdentity.token;
}
