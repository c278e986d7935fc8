import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from './refusal.mjs';

/**
 * Waits until the catalog knows the guest's team, and all accounts that the
 * sandbox cloud pretends: whoever signs in before that finds nowhere to create.
 */
export async function waitForOrganisation(
  backendUrl,
  { sandboxUrl, programs, seconds },
) {
  const { failure } = programs;
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    const isKnown = await Promise.race([
      organisationIsKnown(backendUrl, sandboxUrl).catch(() => false),
      failure,
    ]);
    if (isKnown) {
      return;
    }
    await Promise.race([sleep(500), failure]);
  }
  throw new Refusal(
    programs.explain(
      'backend',
      `The catalog did not take in the simulated organisation within ${seconds} s ("npm run reset" starts afresh)`,
    ),
  );
}

async function organisationIsKnown(backendUrl, sandboxUrl) {
  const signIn = await fetch(`${backendUrl}/api/auth/guest/refresh`, {
    method: 'POST',
  });
  const { backstageIdentity } = await signIn.json();
  const { token, identity } = backstageIdentity;
  const team = identity.ownershipEntityRefs.find(ref =>
    ref.startsWith('group:'),
  );
  if (!team) {
    return false;
  }
  const ask = async (path, body) => {
    const answer = await fetch(`${backendUrl}/api${path}`, {
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    return answer.json();
  };
  const cloud = await (await fetch(`${sandboxUrl}/_sandbox/health`)).json();
  const { totalItems } = await ask(
    '/catalog/entities/by-query?limit=1&filter=kind=resource,spec.type=cloud-account',
  );
  // Entities come one by one: one account does not mean that all are there.
  if (!(totalItems >= cloud.accounts)) {
    return false;
  }
  const lists = await Promise.all([
    ask('/catalog/entities/by-query?limit=1&filter=kind=template'),
    ask('/catalog/entities/by-query?limit=1&filter=kind=component'),
  ]);
  const { placements } = await ask('/soa-accounts/v1/placements/resolve', {
    name: 'newcomer',
    owner: team,
    runtime: 'ecs-fargate',
    stages: [{ environment: 'prod', regions: ['us-east-1'] }],
  });
  return placements.length > 0 && lists.every(({ items }) => items?.length > 0);
}
