import { join } from 'node:path';
import { logDirectory, root } from './paths.mjs';
import { freePorts } from './ports.mjs';
import { Programs } from './programs.mjs';
import { waitFor } from './waitFor.mjs';

/** Starts moto's server, the AWS emulator that nobody here wrote. */
export async function startMoto(python, env) {
  const { portal: port } = await freePorts();
  const programs = new Programs(join(logDirectory, 'tests'));
  const url = `http://127.0.0.1:${port}`;
  programs.start(
    'moto server',
    python,
    ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)],
    { cwd: root, env },
  );
  try {
    await waitFor(`${url}/moto-api/`, {
      what: 'moto server',
      programs,
      seconds: 60,
    });
  } catch (error) {
    await programs.stop();
    throw error;
  }
  return { url, stop: () => programs.stop() };
}
