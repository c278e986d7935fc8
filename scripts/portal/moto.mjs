import { spawn } from 'node:child_process';
import { atExit } from './atExit.mjs';
import { kill } from './kill.mjs';
import { freePorts } from './ports.mjs';
import { waitFor } from './waitFor.mjs';

/** Starts moto's server, the AWS emulator that nobody here wrote. */
export async function startMoto(python) {
  const { portal: port } = await freePorts();
  const child = spawn(
    python,
    ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)],
    { stdio: 'ignore', detached: true },
  );
  const forget = atExit(() => kill(child, 'SIGKILL'));
  const url = `http://127.0.0.1:${port}`;
  await waitFor(`${url}/moto-api/`, {
    what: 'moto server',
    failure: new Promise(() => {}),
    seconds: 60,
  });
  return {
    url,
    async stop() {
      const ended = new Promise(resolve => child.once('close', resolve));
      kill(child, 'SIGTERM');
      await ended;
      forget();
    },
  };
}
