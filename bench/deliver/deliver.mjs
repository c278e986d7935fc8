import { join } from 'node:path';
import { freePorts } from '../../scripts/portal/ports.mjs';
import { withPostgres } from '../../scripts/portal/postgres.mjs';
import { Programs } from '../../scripts/portal/programs.mjs';
import { Refusal } from '../../scripts/portal/refusal.mjs';
import { startSandboxCloud } from '../../scripts/portal/startSandboxCloud.mjs';
import { Tally } from '../../scripts/portal/tally.mjs';
import { temporaryFolder } from '../../scripts/portal/temporaryFolder.mjs';
import { DeliveryReplicas } from '../../scripts/recovery/DeliveryReplicas.mjs';
import { Fleet } from '../../scripts/recovery/Fleet.mjs';
import { FleetPortal } from '../../scripts/recovery/FleetPortal.mjs';
import { WatchingProxy } from '../../scripts/recovery/WatchingProxy.mjs';
import { BareRollout } from './BareRollout.mjs';
import { fewestRequests } from './fewestRequests.mjs';
import { gateWaits } from './gateWaits.mjs';

const WAVE = 50;
const ENVIRONMENTS = ['dev', 'test', 'qa', 'stage', 'prod'];
const A_STAGE = 2 * WAVE;
const COUNT = ENVIRONMENTS.length * A_STAGE;
const USER = 'user:default/ana';
const BAKE_SECONDS = 1;
const LONGEST_GATE_SECONDS = 10;
const MOST_REQUESTS = 1.3;
const LONGEST_SECONDS = 900;

// Each stage has two waves: between them there is time to bake, and between stages
// somebody approves.
const PLAN = {
  defaults: { waves: [{ count: WAVE }], bake: `PT${BAKE_SECONDS}S` },
  stages: ENVIRONMENTS.slice(1).map(environment => ({
    environment,
    approval: { group: 'group:default/fleet', notInitiator: false },
  })),
};

/**
 * One rollout of 500 placements in 10 waves, with a gate before each but the first, by
 * a backend as it is by default but for how many placements it takes at once: the time
 * that each placement takes against what a bare loop needs for the same runs, the
 * requests to HCP Terraform against the fewest that its API allows, and how long after
 * a gate has opened the next wave starts.
 */
export async function measure({ env, step }) {
  let figures;
  await withPostgres(new Tally(), async postgres => {
    const connection =
      postgres.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;
    if (connection) {
      figures = await measureOn(connection, { env, step });
    }
  });
  if (!figures) {
    throw new Refusal('The benchmark needs PostgreSQL, which does not start.');
  }
  return figures;
}

async function measureOn(connection, { env, step }) {
  const directory = temporaryFolder('portal-bench');
  const programs = new Programs(join(directory.path, 'logs'));
  const ports = await freePorts();
  const proxy = new WatchingProxy(ports.sandbox);
  try {
    const sandboxUrl = await startSandboxCloud({ programs, env, ports });
    const bareSeconds = await measureBare({ sandboxUrl, step });
    await proxy.listen(ports.portal);
    const { portal, fleet } = await startPortal({
      programs,
      env,
      ports,
      connection,
      directory: directory.path,
      sandboxUrl,
    });
    const requests = new Map();
    proxy.onRequest = what => {
      requests.set(what, (requests.get(what) ?? 0) + 1);
    };
    step(`Rolling out ${COUNT} placements in ${COUNT / WAVE} waves`);
    const rollout = await rollOut({ portal, fleet });
    const { runs } = await (await fetch(`${sandboxUrl}/_sandbox/runs`)).json();
    for (const [what, number] of [...requests].sort(([, a], [, b]) => b - a)) {
      step(`${(number / COUNT).toFixed(2)} a placement: ${what}`);
    }
    return figuresOf({
      rollout,
      bareSeconds,
      requests: [...requests.values()].reduce((sum, each) => sum + each, 0),
      waits: gateWaits(rollout, runs),
    });
  } finally {
    proxy.close();
    await programs.stop();
    directory.remove();
  }
}

/** @returns the seconds that a placement takes */
async function measureBare({ sandboxUrl, step }) {
  step(`Doing the same by a bare loop, for ${A_STAGE} placements`);
  const fleet = new Fleet({
    sandboxUrl,
    count: 1,
    environments: { bare: A_STAGE },
    organizations: ['acme'],
    prefix: 'bare',
  });
  const workspaces = await fleet.settle();
  const bare = new BareRollout({ sandboxUrl, archive: await fleet.archive() });
  const began = Date.now();
  await bare.run([workspaces.slice(0, WAVE), workspaces.slice(WAVE)]);
  return (Date.now() - began) / 1_000 / A_STAGE;
}

async function startPortal({ ports, sandboxUrl, ...options }) {
  const fleet = new Fleet({
    sandboxUrl,
    count: 1,
    environments: Object.fromEntries(ENVIRONMENTS.map(name => [name, A_STAGE])),
    organizations: ['acme'],
  });
  const url = `http://localhost:${ports.backend}/api`;
  await fleet.settle([url]);
  const replicas = new DeliveryReplicas({
    ...options,
    prefix: `bench_${process.pid}_`,
    organizations: ['acme'],
    catalogUrl: fleet.catalogUrl,
    environments: ENVIRONMENTS,
    delivery: { maxConcurrent: WAVE },
  });
  await replicas.start({
    name: 'backend',
    port: ports.backend,
    hcpPort: ports.portal,
    user: USER,
  });
  return { fleet, portal: new FleetPortal([url]) };
}

async function rollOut({ portal, fleet }) {
  const user = await portal.signIn(0);
  await portal.untilCatalogHas(1, user);
  const { id } = await portal.ask(
    user,
    '/soa-delivery/v1/rollouts',
    fleet.requestOf({ ...fleet.components[0], plan: PLAN }),
  );
  const [rollout] = await portal.followAll({
    ids: [id],
    initiator: user,
    approver: user,
    seconds: LONGEST_SECONDS,
    every: 250,
  });
  if (rollout.state !== 'applied') {
    throw new Refusal(
      `The rollout is ${rollout.state} after ${LONGEST_SECONDS} s: ${rollout.message}`,
    );
  }
  return rollout;
}

function figuresOf({ rollout, bareSeconds, requests, waits }) {
  const baked = (COUNT / WAVE) * BAKE_SECONDS;
  const took =
    (Date.parse(rollout.endedAt) - Date.parse(rollout.createdAt)) / 1_000;
  const seconds = (took - baked) / COUNT;
  const fewest = fewestRequests({ count: COUNT, wave: WAVE });
  const p95 = waits.sort((a, b) => a - b)[Math.ceil(waits.length * 0.95) - 1];
  return [
    {
      name: 'time for a placement, without baking, against a bare loop',
      value: seconds,
      unit: 's',
      ceiling: bareSeconds,
      ratio: seconds / bareSeconds,
    },
    {
      name: 'overhead of the controller for a placement',
      value: seconds - bareSeconds,
      unit: 's',
    },
    {
      name: 'requests for a placement',
      value: requests / COUNT,
      unit: 'requests',
      ceiling: fewest / COUNT,
      ratio: requests / fewest,
      bar: (fewest / COUNT) * MOST_REQUESTS,
      holds: requests <= fewest * MOST_REQUESTS,
    },
    {
      name: "from a gate's opening to the next wave's start, 95th percentile",
      value: p95,
      unit: 's',
      bar: LONGEST_GATE_SECONDS,
      holds: p95 <= LONGEST_GATE_SECONDS,
    },
  ];
}
