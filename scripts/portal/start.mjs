import { join } from 'node:path';
import { hold } from './hold.mjs';
import { install } from './install.mjs';
import { node22Environment } from './node22.mjs';
import { dataDirectory, logDirectory, root } from './paths.mjs';
import { readPorts, refuseBusyPorts } from './ports.mjs';
import { Programs } from './programs.mjs';
import { step } from './progress.mjs';
import { refuseNoRoomToRun } from './refuseFullDisk.mjs';
import { refuseOldData } from './refuseOldData.mjs';
import { runPortal } from './runPortal.mjs';

/** Starts the portal and keeps it running until Ctrl-C. */
export async function run() {
  hold('portal');
  const ports = await readPorts();
  await refuseBusyPorts(ports);
  refuseOldData(dataDirectory, join(root, 'plugins'));
  const env = await node22Environment();
  await install(env);
  refuseNoRoomToRun();

  const programs = new Programs(logDirectory);
  const stopped = new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, resolve);
    }
  });
  stopped.then(async () => {
    console.log('\nStopping …');
    await programs.stop();
    // What still waits for the portal has nothing to wait for any more.
    process.exit(0);
  });

  try {
    await runPortal({ programs, env, ports, dataDirectory, step });
    console.log(`
  The portal is ready: http://localhost:${ports.portal}

  Enter as a guest, click Create, and make a service. Everything behind it is
  simulated: no AWS account and no HCP Terraform organization is touched.

  Break something:   npm run sandbox break-cluster
  Start afresh:      npm run reset
  Stop:              Ctrl-C
`);
    await programs.failure;
  } finally {
    await programs.stop();
  }
  return 0;
}
