import { join } from 'node:path';
import { root } from '../../scripts/portal/paths.mjs';
import { freePorts, portEnvironment } from '../../scripts/portal/ports.mjs';
import { Programs } from '../../scripts/portal/programs.mjs';
import { runPortal } from '../../scripts/portal/runPortal.mjs';
import { temporaryFolder } from '../../scripts/portal/temporaryFolder.mjs';
import { waitFor } from '../../scripts/portal/waitFor.mjs';
import { firstStart } from './firstStart.mjs';

const rounds = 3;

/**
 * How long the portal takes to start, the first time and when everything is
 * installed, against a stock Backstage backend of the same release on the same
 * machine.
 */
export async function measure({ env, step }) {
  step('First start, from a fresh clone');
  const first = await firstStart();
  const ours = [];
  const stock = [];
  const whole = [];
  for (let round = 1; round <= rounds; round += 1) {
    step(`Round ${round} of ${rounds}`);
    stock.push(await timed(directory => startStock(env, directory)));
    ours.push(await timed(directory => startOurs(env, directory, false)));
    whole.push(await timed(directory => startOurs(env, directory, true)));
  }
  const backend = median(ours);
  const ceiling = median(stock);
  const portal = median(whole);
  return [
    {
      name: 'sandbox cloud and backend ready (ceiling: stock backend)',
      value: backend,
      unit: 's',
      ceiling,
      ratio: backend / ceiling,
    },
    {
      name: 'whole portal ready, the first time (fresh clone, nothing cached)',
      value: first,
      unit: 's',
      bar: 300,
      holds: first <= 300,
    },
    {
      name: 'whole portal ready, later',
      value: portal,
      unit: 's',
      bar: 60,
      holds: portal <= 60,
    },
  ];
}

async function timed(start) {
  const directory = temporaryFolder('portal-bench');
  const programs = new Programs(join(directory.path, 'logs'));
  const before = performance.now();
  try {
    await start({ directory: directory.path, programs });
    return (performance.now() - before) / 1000;
  } finally {
    await programs.stop();
    directory.remove();
  }
}

async function startOurs(env, { directory, programs }, frontEnd) {
  await runPortal({
    programs,
    env,
    ports: await freePorts(),
    dataDirectory: join(directory, 'data'),
    step: () => {},
    frontEnd,
  });
}

async function startStock(env, { directory, programs }) {
  const ports = await freePorts();
  programs.start(
    'stock backend',
    'node',
    [
      join(root, 'node_modules', '.bin', 'backstage-cli'),
      'package',
      'start',
      '--entrypoint',
      '../../bench/start/stockBackend',
      '--config',
      '../../app-config.yaml',
      '--config',
      '../../bench/start/app-config.stock.yaml',
    ],
    {
      cwd: join(root, 'packages', 'backend'),
      env: {
        ...env,
        ...portEnvironment(ports),
        SOA_DATA_DIRECTORY: join(directory, 'data'),
        NODE_ENV: 'development',
      },
    },
  );
  await waitFor(
    `http://localhost:${ports.backend}/.backstage/health/v1/readiness`,
    { what: 'stock backend', programs, seconds: 180 },
  );
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
