import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from './refusal.mjs';

/**
 * Waits until the catalog knows the guest's team and the accounts: whoever
 * signs in before that belongs to no team, and finds nowhere to create.
 */
export async function waitForOrganisation(backendUrl, { failure, seconds }) {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    const isKnown = await Promise.race([
      organisationIsKnown(backendUrl).catch(() => false),
      failure,
    ]);
    if (isKnown) {
      return;
    }
    await Promise.race([sleep(500), failure]);
  }
  throw new Refusal(
    `The catalog did not take in the simulated organisation within ${seconds} s: .portal/logs/backend.log says why, and "npm run reset" starts afresh.`,
  );
}

async function organisationIsKnown(backendUrl) {
  const signIn = await fetch(`${backendUrl}/api/auth/guest/refresh`, {
    method: 'POST',
  });
  const { backstageIdentity } = await signIn.json();
  const { token, identity } = backstageIdentity;
  const belongsToTeam = identity.ownershipEntityRefs.some(ref =>
    ref.startsWith('group:'),
  );
  const headers = { authorization: `Bearer ${token}` };
  const answers = await Promise.all(
    [
      '/api/soa-accounts/v1/accounts?limit=1',
      '/api/catalog/entities/by-query?limit=1&filter=kind=template',
      '/api/catalog/entities/by-query?limit=1&filter=kind=component',
    ].map(path => fetch(backendUrl + path, { headers })),
  );
  const lists = await Promise.all(answers.map(answer => answer.json()));
  return belongsToTeam && lists.every(({ items }) => items?.length > 0);
}
