import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { atExit } from '../../scripts/portal/atExit.mjs';
import { nodeTransform } from '../../scripts/portal/nodeTransform.mjs';
import { root } from '../../scripts/portal/paths.mjs';
import { freePorts, portEnvironment } from '../../scripts/portal/ports.mjs';
import { Programs } from '../../scripts/portal/programs.mjs';
import { Refusal } from '../../scripts/portal/refusal.mjs';
import { temporaryFolder } from '../../scripts/portal/temporaryFolder.mjs';
import { waitFor } from '../../scripts/portal/waitFor.mjs';
import { fewestRequests } from './fewestRequests.mjs';

const COUNTS = [1, 10, 200];
const REQUESTS_A_SECOND = 30;

/**
 * What it takes to make the workspaces of 1, 10 and 200 placements, with all
 * that they are tied to, in front of the sandbox cloud: requests against the
 * fewest that the API allows, and the share of its rate limit that is used. And
 * how long the Terraform of 100 placements takes to render.
 */
export async function measure({ env, step }) {
  const directory = temporaryFolder('portal-bench');
  const programs = new Programs(join(directory.path, 'logs'));
  try {
    const ports = await freePorts();
    const sandboxUrl = `http://localhost:${ports.sandbox}`;
    programs.start(
      'sandbox cloud',
      'node',
      ['--require', nodeTransform, join('src', 'main.ts')],
      {
        cwd: join(root, 'packages', 'sandbox-cloud'),
        env: { ...env, ...portEnvironment(ports) },
      },
    );
    await waitFor(`${sandboxUrl}/_sandbox/health`, {
      what: 'sandbox cloud',
      programs,
      seconds: 60,
    });
    const resultFile = join(directory.path, 'result.json');
    await runDriver(env, {
      sandboxUrl,
      counts: COUNTS,
      resultFile,
      folder: directory.path,
      step,
    });
    return figuresOf(JSON.parse(readFileSync(resultFile, 'utf8')));
  } finally {
    await programs.stop();
    directory.remove();
  }
}

/** The actions are TypeScript: they run in a process of their own. */
async function runDriver(env, { step, ...options }) {
  const child = spawn(
    'node',
    ['--require', nodeTransform, join(root, 'bench', 'create', 'driver.ts')],
    {
      cwd: join(root, 'plugins', 'soa-scaffolder-actions'),
      env: { ...env, SOA_BENCH: JSON.stringify(options) },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const forget = atExit(() => child.kill('SIGTERM'));
  let errors = '';
  child.stdout
    .setEncoding('utf8')
    .on('data', text => text.trim().split('\n').forEach(step));
  child.stderr.setEncoding('utf8').on('data', text => {
    errors += text;
  });
  const [status] = await once(child, 'close');
  forget();
  if (status !== 0) {
    throw new Refusal(`The benchmark did not come to its end:\n${errors}`);
  }
}

function figuresOf({ rounds, renderMs, extras }) {
  const ratios = rounds.flatMap(({ count, created, again }) => {
    const fewest = fewestRequests({ count, ...extras });
    return [
      requests(`requests to create ${count}`, created, fewest.created, 1.3),
      requests(`requests where ${count} are there`, again, fewest.again, 1.1),
    ];
  });
  const most = rounds.find(({ count }) => count === Math.max(...COUNTS));
  const { requests: sent, refused, seconds } = most.created;
  const share = (sent - refused) / seconds / REQUESTS_A_SECOND;
  return [
    ...ratios,
    {
      name: `share of the rate limit that is used, creating ${most.count}`,
      value: share,
      unit: 'of 30/s',
      ceiling: 1,
      ratio: share,
      bar: 0.8,
      holds: share >= 0.8,
    },
    {
      name: 'rendering the Terraform of 100 placements, the first time',
      value: renderMs / 1000,
      unit: 's',
      bar: 1,
      holds: renderMs < 1000,
    },
  ];
}

function requests(name, { requests: value }, ceiling, most) {
  return {
    name,
    value,
    unit: 'requests',
    ceiling,
    ratio: value / ceiling,
    bar: ceiling * most,
    holds: value <= ceiling * most,
  };
}
