import { mkdirSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { nodeTransform } from './nodeTransform.mjs';
import { logDirectory, root } from './paths.mjs';
import { freePorts, portEnvironment } from './ports.mjs';
import { Programs } from './programs.mjs';
import { step } from './progress.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';
import { waitFor } from './waitFor.mjs';
import { waitForOrganisation } from './waitForOrganisation.mjs';

/**
 * Kills the backend after each write that a creation makes, and after each
 * checkpoint and step that it notes; another replica, whose folder is empty, takes
 * the task up. In the end there is all that belongs to the service, and each of it
 * once.
 *
 * @param connection - of PostgreSQL, as a URL
 */
export async function runRecoveryTests(tally, { env, connection }) {
  const { KilledCreations } = await import('../recovery/KilledCreations.mjs');
  const { Replicas } = await import('../recovery/Replicas.mjs');
  const { ServiceMaker } = await import('../recovery/ServiceMaker.mjs');
  const { StateWatch } = await import('../recovery/StateWatch.mjs');
  const { WatchingProxy } = await import('../recovery/WatchingProxy.mjs');

  const ports = await freePorts();
  const { backend: proxyPort, portal: otherPort } = await freePorts();
  const data = temporaryFolder('portal-recovery');
  const programs = new Programs(join(logDirectory, 'recovery'));
  const proxy = new WatchingProxy(ports.sandbox);
  const postgres = new URL(connection);
  const prefix = `recovery_${process.pid}_`;
  let watch;
  try {
    const sandboxUrl = await startSandbox({ programs, env, ports, data });
    await proxy.listen(proxyPort);
    const replicas = new Replicas({
      programs,
      directory: data.path,
      prefix,
      connection: {
        host: postgres.hostname,
        port: Number(postgres.port),
        user: postgres.username,
        password: postgres.password,
      },
      env: {
        ...env,
        ...portEnvironment({ ...ports, sandbox: proxyPort }),
        AWS_ENDPOINT_URL_STS: sandboxUrl,
        AWS_EC2_METADATA_DISABLED: 'true',
        NODE_ENV: 'development',
      },
    });
    const maker = new ServiceMaker(sandboxUrl);
    const active = await replicas.start(ports.backend);
    await waitForOrganisation(`http://localhost:${ports.backend}`, {
      sandboxUrl,
      programs,
      seconds: 120,
    });
    const address = new URL(connection);
    address.pathname = `/${prefix}scaffolder`;
    watch = await StateWatch.open(address.href);
    const creations = new KilledCreations({
      programs,
      proxy,
      watch,
      replicas,
      maker,
      active,
      ports: [ports.backend, otherPort],
    });
    await killAtEach(tally, { creations, maker });
  } finally {
    await watch?.close();
    proxy.close();
    await programs.stop(undefined, 'SIGKILL');
    data.remove();
  }
}

async function killAtEach(tally, { creations, maker }) {
  const writes = await creations.count('calm-w', 'write');
  const states = await creations.count('calm-s', 'state');
  const expected = await maker.whatIs(creations.url, 'calm-w');
  const projects = await maker.projects();
  step(`A creation makes ${writes} writes and notes ${states} states`);
  const points = [
    ...Array.from({ length: writes }, (_, at) => ['write', at + 1]),
    ...Array.from({ length: states }, (_, at) => ['state', at + 1]),
  ];
  let kills = 0;
  const made = [];
  for (const [kind, point] of points) {
    const name = `killed-${kind[0]}${point}`;
    try {
      kills += (await creations.kill(name, kind, point)) ? 1 : 0;
      made.push([name, undefined]);
      step(`Killed after ${kind} ${point}: somebody else has gone on`);
    } catch (error) {
      made.push([name, error.message]);
      step(`Killed after ${kind} ${point}: nobody has gone on`);
    }
  }
  for (const [name, failure] of made) {
    const problem =
      failure ?? (await differenceOf(maker, creations.url, name, expected));
    step(
      problem
        ? `✗ ${name}: ${problem}`
        : `✓ ${name}: all is there, and each once`,
    );
    tally.add(problem ? { failed: 1 } : { passed: 1 });
  }
  // What is written in the background makes the last of them vary.
  if (kills < points.length * 0.75) {
    step(`✗ only ${kills} of ${points.length} times was it killed`);
    tally.add({ failed: 1 });
  }
  const now = await maker.projects();
  if (!isDeepStrictEqual(now, projects)) {
    step(`✗ there are projects ${now.join(', ')}`);
    tally.add({ failed: 1 });
  }
}

async function differenceOf(maker, url, name, expected) {
  try {
    const found = await maker.whatIs(url, name);
    const wanted = JSON.parse(
      JSON.stringify(expected).replaceAll('calm-w', name),
    );
    return isDeepStrictEqual(found, wanted)
      ? undefined
      : `there is ${JSON.stringify(found)} instead of ${JSON.stringify(
          wanted,
        )}`;
  } catch (error) {
    return error.message;
  }
}

async function startSandbox({ programs, env, ports, data }) {
  const sandboxData = join(data.path, 'sandbox-cloud');
  mkdirSync(sandboxData, { recursive: true });
  const url = `http://localhost:${ports.sandbox}`;
  programs.start(
    'sandbox cloud',
    'node',
    ['--require', nodeTransform, join('src', 'main.ts')],
    {
      cwd: join(root, 'packages', 'sandbox-cloud'),
      env: { ...env, ...portEnvironment(ports), SOA_SANDBOX_DATA: sandboxData },
    },
  );
  await waitFor(`${url}/_sandbox/health`, {
    what: 'sandbox cloud',
    programs,
    seconds: 60,
  });
  return url;
}
