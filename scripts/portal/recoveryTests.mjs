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
 * @param stride - how many of these moments go by for each that is tried
 */
export async function runRecoveryTests(tally, { env, connection, stride = 1 }) {
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
    const freePort = { [ports.backend]: otherPort, [otherPort]: ports.backend };
    let port = ports.backend;
    let active = await replicas.start(port);
    await waitForOrganisation(`http://localhost:${port}`, {
      programs,
      seconds: 120,
    });
    const address = new URL(connection);
    address.pathname = `/${prefix}scaffolder`;
    watch = await StateWatch.open(address.href);

    /** @returns whether the task came to the point at which it was to be killed */
    const makeKilling = async (name, kind, point) => {
      let count = 0;
      let killed;
      const isTime = () => {
        count += 1;
        return count === point && !killed;
      };
      const die = () => {
        killed = programs.stop(active.name, 'SIGKILL');
      };
      proxy.onWrite = () => {
        if (killed) {
          return false;
        }
        if (kind === 'write' && isTime()) {
          die();
          return false;
        }
        return true;
      };
      watch.onState = () => {
        if (kind === 'state' && isTime()) {
          die();
        }
      };
      const task = await maker.create(active.url, name);
      const next = point
        ? replicas.start(freePort[port])
        : Promise.resolve(active);
      next.catch(() => {});
      while (!killed) {
        const { status } = await maker
          .ask(active.url, `/scaffolder/v2/tasks/${task}`)
          .catch(() => ({}));
        if (status === 'completed' || status === 'failed') {
          break;
        }
        await new Promise(resolve => setTimeout(resolve, 50));
      }
      const seen = count;
      proxy.onWrite = () => true;
      watch.onState = () => {};
      await killed;
      if (point && !killed) {
        await programs.stop(active.name, 'SIGKILL');
      }
      active = await next;
      port = point ? freePort[port] : port;
      await maker.waitForEnd(active.url, task);
      return { killed: Boolean(killed), seen };
    };

    const { seen: writes } = await makeKilling('calm-w', 'write');
    const { seen: states } = await makeKilling('calm-s', 'state');
    const expected = await maker.whatIs(active.url, 'calm-w');
    const projects = await maker.projects();
    step(`A creation makes ${writes} writes and notes ${states} states`);
    const points = [
      ...Array.from({ length: writes }, (_, at) => ['write', at + 1]),
      ...Array.from({ length: states }, (_, at) => ['state', at + 1]),
    ].filter((_, at) => at % stride === 0);
    let kills = 0;
    const made = [];
    for (const [kind, point] of points) {
      const name = `killed-${kind[0]}${point}`;
      try {
        const { killed } = await makeKilling(name, kind, point);
        kills += killed ? 1 : 0;
        made.push([name, undefined]);
        step(`Killed after ${kind} ${point}: somebody else has gone on`);
      } catch (error) {
        made.push([name, error.message]);
        step(`Killed after ${kind} ${point}: nobody has gone on`);
      }
    }
    for (const [name, failure] of made) {
      const problem =
        failure ?? (await differenceOf(maker, active.url, name, expected));
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
  } finally {
    await watch?.close();
    proxy.close();
    await programs.stop(undefined, 'SIGKILL');
    data.remove();
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
