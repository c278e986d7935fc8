import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nodeTransform } from '../../scripts/portal/nodeTransform.mjs';
import { root } from '../../scripts/portal/paths.mjs';
import { freePorts, portEnvironment } from '../../scripts/portal/ports.mjs';
import { withPostgres } from '../../scripts/portal/postgres.mjs';
import { Programs } from '../../scripts/portal/programs.mjs';
import { findChromium } from '../../scripts/portal/programsAtHand.mjs';
import { Refusal } from '../../scripts/portal/refusal.mjs';
import { startSandboxCloud } from '../../scripts/portal/startSandboxCloud.mjs';
import { Tally } from '../../scripts/portal/tally.mjs';
import { temporaryFolder } from '../../scripts/portal/temporaryFolder.mjs';
import { waitFor } from '../../scripts/portal/waitFor.mjs';
import { WatchingProxy } from '../../scripts/recovery/WatchingProxy.mjs';
import { AwsServer } from './AwsServer.mjs';
import { CatalogTables } from './CatalogTables.mjs';
import { endpointTimes } from './endpointTimes.mjs';
import { Estate } from './Estate.mjs';
import { fewestAwsCalls, fewestHcpCalls } from './fewestCalls.mjs';
import { matrixScrolling } from './matrixScrolling.mjs';
import { peakMemory } from './peakMemory.mjs';
import { SchedulerTasks } from './SchedulerTasks.mjs';
import { whereConfig } from './whereConfig.mjs';

const MOST_CALLS = 1.05;
const MOST_MEMORY_MB = 1_024;
const LONGEST_ANSWER_MS = 100;
const LONGEST_TASK_MS = 100;
const MOST_NODES = 5_000;
const WORKSPACES_AT_ONCE = 1_000;
const CATALOG_SECONDS = 1_800;

/**
 * The inventory and the catalog of 10,000 accounts, 1,000 OUs, 3,000 components and
 * 10,000 workspaces: calls against the fewest possible, memory, what the catalog writes
 * when nothing has changed, how long each endpoint takes, and how the matrix scrolls.
 */
export async function measure({ env, step }) {
  const executablePath = findChromium();
  if (!executablePath) {
    throw new Refusal('The benchmark needs Chromium: name it in SOA_CHROMIUM.');
  }
  let figures;
  await withPostgres(new Tally(), async postgres => {
    const connection =
      postgres.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING;
    if (connection) {
      figures = await measureOn(connection, { env, step, executablePath });
    }
  });
  if (!figures) {
    throw new Refusal('The benchmark needs PostgreSQL, which does not start.');
  }
  return figures;
}

async function measureOn(connection, { env, step, executablePath }) {
  const directory = temporaryFolder('portal-bench');
  const programs = new Programs(join(directory.path, 'logs'));
  const ports = await freePorts();
  const [awsPort] = Object.values(await freePorts());
  const estate = new Estate();
  const aws = new AwsServer(estate);
  const proxy = new WatchingProxy(ports.sandbox);
  const requests = countOf(proxy);
  const removeFrontEnd = buildFrontEnd(env, step);
  try {
    await aws.listen(awsPort);
    await proxy.listen(ports.portal);
    const hcpWorkspaces = await fillSandboxCloud({
      programs,
      env,
      ports,
      estate,
      step,
    });
    const backend = await startBackend({
      programs,
      env,
      ports,
      awsPort,
      connection,
      estate,
      directory: directory.path,
    });
    const { url } = backend;
    const token = await signIn(url);
    step('The first read of everything');
    await untilCatalogHas(url, token, estate, step);
    const first = { aws: take(aws.calls), hcp: take(requests) };
    const memory = peakMemory(backend.pid);

    step('A read in which nothing has changed');
    const tasks = new SchedulerTasks({ url, token });
    await tasks.run('soa-accounts', 'soa-accounts-refresh:');
    const again = { aws: take(aws.calls), hcp: take(requests) };
    const catalog = await CatalogTables.connect(
      connection.replace(/[^/]+$/, 'where_plugin_catalog'),
    );
    // Who owns workspaces follows from components, which came at the same time.
    await tasks.run('catalog', 'soa-');
    const writes = await catalog.changes(() => tasks.run('catalog', 'soa-'));
    await catalog.untilQuiet();
    await catalog.close();

    step('Every endpoint');
    const times = await endpointTimes({ url, token, estate });
    for (const [name, took] of Object.entries(times)) {
      step(`${took.toFixed(0)} ms ${name}`);
    }
    step('Scrolling through the matrix');
    const matrix = await matrixScrolling({
      url: `http://localhost:${ports.backend}`,
      executablePath,
    });
    step(`${matrix.rows} rows, ${matrix.columns} columns`);
    return figuresOf({
      estate,
      hcpWorkspaces,
      first,
      again,
      memory: Math.max(memory, peakMemory(backend.pid)),
      writes,
      times,
      matrix,
    });
  } finally {
    proxy.close();
    aws.close();
    await programs.stop();
    directory.remove();
    removeFrontEnd();
  }
}

/** @returns the requests to HCP Terraform, by what was asked */
function countOf(proxy) {
  const requests = new Map();
  proxy.onRequest = what => {
    requests.set(what, (requests.get(what) ?? 0) + 1);
  };
  return requests;
}

function take(calls) {
  const taken = new Map(calls);
  calls.clear();
  return taken;
}

/** As in production: what a development server gives is much slower. */
function buildFrontEnd(env, step) {
  const dist = join(root, 'packages', 'app', 'dist');
  const wasThere = existsSync(dist);
  step('Building the front end');
  const { status, stdout, stderr } = spawnSync(
    'node',
    [join(root, 'node_modules', '.bin', 'backstage-cli'), 'package', 'build'],
    { cwd: join(root, 'packages', 'app'), env, encoding: 'utf8' },
  );
  if (status !== 0) {
    throw new Refusal(`The front end cannot be built:\n${stdout}${stderr}`);
  }
  return () => {
    if (!wasThere) {
      rmSync(dist, { recursive: true, force: true });
    }
  };
}

/** @returns how many workspaces there are, with those of the demo */
async function fillSandboxCloud({ programs, env, ports, estate, step }) {
  const url = await startSandboxCloud({ programs, env, ports });
  const workspaces = estate.workspaces();
  step(`Adding ${workspaces.length} workspaces`);
  for (let at = 0; at < workspaces.length; at += WORKSPACES_AT_ONCE) {
    const answer = await fetch(`${url}/_sandbox/add-workspaces`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        workspaces: workspaces.slice(at, at + WORKSPACES_AT_ONCE),
      }),
    });
    if (!answer.ok) {
      throw new Refusal(
        `The sandbox cloud takes no workspaces: ${await answer.text()}`,
      );
    }
  }
  const answer = await fetch(
    `${url}/api/v2/organizations/acme/workspaces?page[size]=1`,
    { headers: { authorization: 'Bearer sandbox-token' } },
  );
  const { meta } = await answer.json();
  return meta.pagination['total-count'];
}

async function startBackend(options) {
  const { programs, env, ports, estate, directory } = options;
  const files = join(directory, 'files');
  mkdirSync(files);
  const catalogFile = join(files, 'components.yaml');
  writeFileSync(
    catalogFile,
    estate
      .catalogDocuments()
      // YAML takes JSON.
      .map(document => JSON.stringify(document))
      .join('\n---\n'),
  );
  const config = join(directory, 'where.yaml');
  writeFileSync(
    config,
    JSON.stringify(whereConfig({ ...options, catalogFile, files })),
  );
  const { pid } = programs.start(
    'backend',
    'node',
    [
      '--require',
      nodeTransform,
      join(root, 'bench', 'where', 'whereBackend.ts'),
      '--config',
      join(root, 'app-config.yaml'),
      '--config',
      config,
    ],
    {
      cwd: join(root, 'packages', 'backend'),
      env: {
        ...env,
        ...portEnvironment(ports),
        NODE_ENV: 'development',
        LOG_LEVEL: 'warn',
        AWS_ENDPOINT_URL_STS: `http://localhost:${options.awsPort}`,
        AWS_EC2_METADATA_DISABLED: 'true',
      },
    },
  );
  const origin = `http://localhost:${ports.backend}`;
  await waitFor(`${origin}/.backstage/health/v1/readiness`, {
    what: 'backend',
    programs,
    seconds: 180,
  });
  return { url: `${origin}/api`, pid };
}

async function signIn(url) {
  const answer = await fetch(`${url}/auth/guest/refresh`, { method: 'POST' });
  return (await answer.json()).backstageIdentity.token;
}

async function untilCatalogHas(url, token, estate, step) {
  const wanted =
    estate.accounts.length +
    estate.units.length +
    estate.catalogDocuments().length +
    estate.placements.length;
  const end = Date.now() + CATALOG_SECONDS * 1_000;
  let said = 0;
  while (Date.now() < end) {
    const answer = await fetch(`${url}/catalog/entities/by-query?limit=0`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { totalItems = 0 } = answer.ok ? await answer.json() : {};
    if (totalItems >= wanted) {
      return;
    }
    if (totalItems - said >= 5_000) {
      said = totalItems;
      step(`${totalItems} of ${wanted} entities are in the catalog`);
    }
    await sleep(2_000);
  }
  throw new Refusal(
    `The catalog has not all entities after ${CATALOG_SECONDS} s.`,
  );
}

function figuresOf(measured) {
  const { estate, hcpWorkspaces, first, again } = measured;
  const { memory, writes, times, matrix } = measured;
  const hcpFewest = fewestHcpCalls(hcpWorkspaces);
  const calls = (name, made, ceiling) => {
    const value = [...made.values()].reduce((sum, each) => sum + each, 0);
    return {
      name,
      value,
      unit: 'calls',
      ceiling,
      ratio: value / ceiling,
      bar: ceiling * MOST_CALLS,
      holds: value <= ceiling * MOST_CALLS,
    };
  };
  const atMost = (name, value, unit, bar) => ({
    name,
    value,
    unit,
    bar,
    holds: value <= bar,
  });
  return [
    calls(
      'AWS, the first read',
      first.aws,
      fewestAwsCalls(estate, { areTagsKnown: false }),
    ),
    calls(
      'AWS, where nothing has changed',
      again.aws,
      fewestAwsCalls(estate, { areTagsKnown: true }),
    ),
    calls('HCP Terraform, the first read', first.hcp, hcpFewest),
    calls('HCP Terraform, where nothing has changed', again.hcp, hcpFewest),
    atMost('peak memory of the backend', memory, 'MiB', MOST_MEMORY_MB),
    atMost('entities that the catalog writes anew', writes, 'entities', 0),
    ...Object.entries(times).map(([name, took]) =>
      atMost(`${name}, 95th percentile`, took, 'ms', LONGEST_ANSWER_MS),
    ),
    {
      ...atMost(
        'longest task while scrolling',
        matrix.longest,
        'ms',
        LONGEST_TASK_MS,
      ),
      name: `longest task while scrolling ${matrix.rows} × ${matrix.columns}`,
    },
    atMost('nodes of the page', matrix.nodes, 'nodes', MOST_NODES),
  ];
}
