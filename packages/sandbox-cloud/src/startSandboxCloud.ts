import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { awsRouter } from './aws/awsRouter';
import { CloudTrailLog } from './cloudtrail';
import type { CloudTrailRecord } from './cloudtrail';
import { history } from './cloudtrail/history';
import { controlRouter } from './control/controlRouter';
import { fileHostRouter, Repositories } from './file-host';
import {
  archivistRouter,
  HcpTerraformSandbox,
  hcpRouter,
  initialHcpState,
  pagesRouter,
} from './hcp-terraform';
import type { HcpState } from './hcp-terraform';
import { Misbehaviour } from './Misbehaviour';
import { State } from './State';

interface SandboxState {
  /** Milliseconds since 1970: the end of the history that was always there. */
  startedAt: number;
  hcp: HcpState;
  /** What has happened since. */
  records: CloudTrailRecord[];
}

export interface SandboxCloudOptions {
  /** Any free one if absent. */
  port?: number;
  /** Where to keep state between starts; nowhere if absent. */
  dataDirectory?: string;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** How much faster than real runs go by; 1 if absent. */
  speed?: number;
}

export interface SandboxCloud {
  url: string;
  port: number;
  stop(): Promise<void>;
}

const TICK_MS = 500;

/** Starts the pretend AWS organisation and HCP Terraform on one port. */
export async function startSandboxCloud(
  options: SandboxCloudOptions = {},
): Promise<SandboxCloud> {
  const { port = 0, dataDirectory, now = Date.now, speed = 1 } = options;
  const state = new State<SandboxState>(dataDirectory, () => ({
    startedAt: now(),
    hcp: initialHcpState(now()),
    records: [],
  }));
  const log = new CloudTrailLog();
  log.append(history(state.value.startedAt));
  log.append(state.value.records);

  const append = (records: CloudTrailRecord[]) => {
    state.value.records.push(...records);
    state.save();
    log.append(records);
  };
  const sandbox = new HcpTerraformSandbox({
    state: state.value.hcp,
    now,
    speed,
    save: append,
  });
  const misbehaviour = new Misbehaviour();

  const app = express();
  const server = createServer(app);
  const url = () =>
    `http://localhost:${(server.address() as AddressInfo).port}`;
  app.disable('x-powered-by');
  app.use('/_sandbox', controlRouter({ misbehaviour, now, append }));
  app.use('/_archivist', archivistRouter(sandbox));
  app.use('/api/v2', hcpRouter({ sandbox, misbehaviour, now }));
  app.use('/app', pagesRouter(state.value.hcp));
  app.use(
    '/repositories',
    fileHostRouter(new Repositories(dataDirectory), url),
  );
  app.use(awsRouter({ log, misbehaviour, now }));

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  // A run goes on when nobody looks, too.
  const tick = setInterval(() => sandbox.advance(), TICK_MS);
  return {
    url: url(),
    port: (server.address() as AddressInfo).port,
    async stop() {
      clearInterval(tick);
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
