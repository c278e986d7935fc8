import { join } from 'node:path';
import { logDirectory } from './paths.mjs';
import { freePorts } from './ports.mjs';
import { Programs } from './programs.mjs';
import { step } from './progress.mjs';
import { Refusal } from './refusal.mjs';
import { seededNumbers } from './seededNumbers.mjs';
import { startSandboxCloud } from './startSandboxCloud.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

const SPEED = 20;
const ENVIRONMENTS = { dev: 10, qa: 10, prod: 10 };
// Each has limits of its own: HCP Terraform would have all of them wait.
const ORGANIZATIONS = ['acme', ...[1, 2, 3, 4, 5, 6, 7].map(n => `acme-${n}`)];
// What a dead backend was about is free once this is up.
const TIMEOUT_SECONDS = 15;
const INITIATOR = 'user:default/ana';
const APPROVER = 'user:default/ben';

/**
 * By a backend, for each rollout: five for each placement, by two backends, so that
 * kills are spread over most of the time.
 */
const WRITES_BETWEEN = 15;

const PLANS = [
  {
    defaults: { maxConcurrent: 5, failureTolerance: '30%' },
    stages: [
      { environment: 'prod', approval: { group: 'group:default/fleet' } },
    ],
  },
  {
    defaults: { regionConcurrency: 'sequential', failureTolerance: '20%' },
  },
  {
    defaults: {
      waves: [{ count: 1 }, { count: '50%' }],
      maxConcurrent: 4,
      onFailure: 'roll-back',
    },
  },
  {
    defaults: { failureTolerance: '50%', maxConcurrent: 3, bake: 'PT2S' },
    stages: [{ environment: 'qa', approval: { group: 'group:default/fleet' } }],
  },
];

/**
 * Two backends on one PostgreSQL take rollouts of which a tenth of the runs fail; one
 * of them is killed again and again, after a write that nobody has told it was made.
 * Nothing is there twice, nothing is stuck, and nothing comes before its gate.
 *
 * @param options - `connection`: of PostgreSQL, as a URL; `rollouts`: how many, of 30
 *   placements each
 */
export async function runDeliveryTests(
  tally,
  { env, connection, seed, rollouts: count = 100, kills = 4, seconds = 900 },
) {
  const { DeliveryReplicas } = await import('../recovery/DeliveryReplicas.mjs');
  const { FleetPortal } = await import('../recovery/FleetPortal.mjs');
  const { Fleet } = await import('../recovery/Fleet.mjs');
  const { killAgainAndAgain } = await import(
    '../recovery/killAgainAndAgain.mjs'
  );
  const { rolloutProblems } = await import('../recovery/rolloutProblems.mjs');
  const { WatchingProxy } = await import('../recovery/WatchingProxy.mjs');

  const ports = await freePorts();
  const others = await freePorts();
  const data = temporaryFolder('portal-delivery');
  const programs = new Programs(join(logDirectory, 'delivery'));
  const proxies = [
    new WatchingProxy(ports.sandbox),
    new WatchingProxy(ports.sandbox),
  ];
  try {
    const sandboxUrl = await startSandboxCloud({
      programs,
      env,
      ports,
      speed: SPEED,
    });
    await proxies[0].listen(ports.portal);
    await proxies[1].listen(others.portal);
    const backends = [
      {
        name: 'backend one',
        port: ports.backend,
        hcpPort: ports.portal,
        user: INITIATOR,
      },
      {
        name: 'backend two',
        port: others.backend,
        hcpPort: others.portal,
        user: APPROVER,
      },
    ];
    const urls = backends.map(({ port }) => `http://localhost:${port}/api`);
    const fleet = new Fleet({
      sandboxUrl,
      count,
      environments: ENVIRONMENTS,
      organizations: ORGANIZATIONS,
    });
    await fleet.settle(urls);
    await failSome(sandboxUrl, seed);
    const replicas = new DeliveryReplicas({
      programs,
      env,
      connection,
      directory: data.path,
      prefix: `delivery_${process.pid}_`,
      organizations: ORGANIZATIONS,
      environments: Object.keys(ENVIRONMENTS),
      catalogUrl: fleet.catalogUrl,
      delivery: {
        schedule: { frequency: 'PT1S', timeout: `PT${TIMEOUT_SECONDS}S` },
      },
    });
    await replicas.start(backends[0]);
    await replicas.start(backends[1]);
    const portal = new FleetPortal(urls);
    const initiator = await portal.signIn(0);
    const approver = await portal.signIn(1);
    await portal.untilCatalogHas(count, initiator);
    const began = Date.now();
    const ids = [];
    for (const [index, component] of fleet.components.entries()) {
      const plan = PLANS[index % PLANS.length];
      const { id } = await portal.ask(
        initiator,
        '/soa-delivery/v1/rollouts',
        fleet.requestOf({ ...component, plan }),
      );
      ids.push(id);
    }
    step(`Started ${count} rollouts of 30 placements`);
    const ended = new AbortController();
    const killing = killAgainAndAgain({
      replicas,
      backends,
      proxies,
      next: seededNumbers(seed),
      kills,
      writes: WRITES_BETWEEN * count,
      // Backstage looks for what has timed out when a backend starts, and then once a
      // minute only.
      downSeconds: TIMEOUT_SECONDS,
      signal: ended.signal,
    });
    const served = await Promise.race([
      portal.followAll({ ids, initiator, approver, seconds }),
      killing.failure,
    ]).finally(() => ended.abort());
    const killed = await killing.ended;
    const { runs } = await (await fetch(`${sandboxUrl}/_sandbox/runs`)).json();
    const problems = rolloutProblems(served, runs);
    const took = Math.round((Date.now() - began) / 1_000);
    step(
      `${count} rollouts have ended after ${took} s, ${killed} kills and ${
        runs.length
      } runs: ${statesOf(served)}`,
    );
    for (const problem of problems.slice(0, 20)) {
      step(`✗ ${problem}`);
    }
    if (killed === 0) {
      step('✗ nobody was killed');
    }
    tally.add(
      problems.length === 0 && killed > 0 ? { passed: 1 } : { failed: 1 },
    );
  } finally {
    proxies.forEach(proxy => proxy.close());
    await programs.stop(undefined, 'SIGKILL');
    data.remove();
  }
}

/** A tenth of runs, of which some fail as they plan, and some as they apply. */
async function failSome(sandboxUrl, seed) {
  for (const kind of ['run-errors', 'apply-errors']) {
    const answer = await fetch(`${sandboxUrl}/_sandbox/misbehave`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        service: 'hcp-terraform',
        kind,
        share: 0.05,
        seed: Number(seed) % 2 ** 31,
        times: 1_000_000,
      }),
    });
    if (!answer.ok) {
      throw new Refusal(`The sandbox cloud answers ${answer.status}`);
    }
  }
}

function statesOf(rollouts) {
  const counts = new Map();
  for (const { state } of rollouts) {
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return [...counts].map(([state, number]) => `${number} ${state}`).join(', ');
}
