import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Express } from 'express';
import { accessPortalRouter } from './access-portal';
import { Alarms, awsRouter } from './aws';
import { EventFeed } from './cloudtrail';
import type { CloudTrailRecord } from './cloudtrail';
import { controlRouter } from './control/controlRouter';
import { catalogRouter, fileHostRouter, Repositories } from './file-host';
import {
  archivistRouter,
  forgetOldRuns,
  HcpTerraformSandbox,
  hcpRouter,
  initialHcpState,
  pagesRouter,
  seedFingerprint,
} from './hcp-terraform';
import type { HcpState } from './hcp-terraform';
import { history } from './history';
import { Misbehaviour, RUN_ODDITIES } from './misbehaviour';
import { initialOrganisationState, Organisation } from './organisation';
import type { OrganisationState } from './organisation';
import { State } from './state';

interface SandboxState {
  /** Milliseconds since 1970: the end of the history that was always there. */
  startedAt: number;
  /** Of what was always there. */
  seed: string;
  hcp: HcpState;
  organisation: OrganisationState;
  /** How much of the journal of events belongs to this state: bytes. */
  journalLength: number;
  /** How often the journal was written anew. */
  journalGeneration: number;
}

export interface SandboxCloudOptions {
  /** Any free one if absent. */
  port?: number;
  /** Only this machine reaches it if absent. */
  host?: string;
  /** Where to keep state between starts; nowhere if absent. */
  dataDirectory?: string;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** How much faster than real runs go by; 1 if absent. */
  speed?: number;
  /** How long after it happened CloudTrail shows an event; 0 if absent. */
  deliveryDelayMs?: number;
}

export interface SandboxCloud {
  url: string;
  port: number;
  stop(): Promise<void>;
}

const LOCAL_HOST = '127.0.0.1';
const TICK_MS = 500;

/**
 * Starts the pretend AWS organisation and HCP Terraform on one port.
 *
 * @throws if the port is taken, or what was kept cannot be read, or has grown
 *   from another organisation
 */
export async function startSandboxCloud(
  options: SandboxCloudOptions = {},
): Promise<SandboxCloud> {
  const { port = 0, host = LOCAL_HOST } = options;
  const app = express();
  const server = createServer(app);
  // First of all: who has the port may touch what is kept, and nobody else.
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const stopServer = async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  };
  const address = server.address() as AddressInfo;
  const url = `http://${host === LOCAL_HOST ? 'localhost' : host}:${
    address.port
  }`;
  let sandbox: HcpTerraformSandbox;
  try {
    sandbox = mountSandbox(app, url, options);
  } catch (error) {
    await stopServer();
    throw error;
  }
  // A run goes on when nobody looks, too.
  const tick = setInterval(() => sandbox.advance(), TICK_MS);
  return {
    url,
    port: address.port,
    async stop() {
      clearInterval(tick);
      await stopServer();
    },
  };
}

function mountSandbox(
  app: Express,
  url: string,
  options: SandboxCloudOptions,
): HcpTerraformSandbox {
  const { dataDirectory } = options;
  const { now = Date.now, speed = 1, deliveryDelayMs = 0 } = options;
  const state = new State<SandboxState>(dataDirectory, () => ({
    startedAt: now(),
    seed: seedFingerprint(),
    hcp: initialHcpState(now()),
    organisation: initialOrganisationState(),
    journalLength: 0,
    journalGeneration: 0,
  }));
  const { hcp, seed } = state.value;
  if (seed !== seedFingerprint()) {
    throw new Error(
      'What the sandbox cloud has kept is of another version of this project: clear it with "npm run reset".',
    );
  }
  // Kept with the next change; a start that ends before does it once more.
  forgetOldRuns(hcp, now());
  const misbehaviour = new Misbehaviour();
  const feed = new EventFeed({
    history: history(state.value.startedAt),
    dataDirectory,
    journal: {
      generation: state.value.journalGeneration,
      length: state.value.journalLength,
    },
    // Events and what caused them are kept together, or not at all.
    commit: ({ generation, length }) => {
      state.value.journalGeneration = generation;
      state.value.journalLength = length;
      state.save();
    },
    deliveryDelayMs,
    misbehaviour,
    now,
  });
  const append = (records: CloudTrailRecord[]) => feed.append(records);
  const sandbox = new HcpTerraformSandbox({
    state: hcp,
    now,
    speed,
    save: append,
    oddityOf: (workspace, { planOnly, serial }) =>
      RUN_ODDITIES.find(
        kind =>
          // What is never applied cannot fail at it.
          !(planOnly && kind === 'apply-errors') &&
          misbehaviour.isOdd(
            kind,
            'hcp-terraform',
            workspace,
            `${workspace}/${serial}`,
          ),
      ),
  });

  const organisation = new Organisation({
    state: state.value.organisation,
    now,
    speed,
    save: () => state.save(),
  });
  const alarms = new Alarms(() => hcp.workspaces, now);

  app.disable('x-powered-by');
  app.use(
    '/_sandbox',
    controlRouter({
      misbehaviour,
      now,
      append,
      hcp,
      drift: workspaces => sandbox.drift(workspaces),
      accounts: () => organisation.accounts().length,
      alarms,
    }),
  );
  app.use('/_archivist', archivistRouter(sandbox));
  app.use('/api/v2', hcpRouter({ sandbox, misbehaviour, now }));
  app.use('/app', pagesRouter(hcp));
  app.use('/start', accessPortalRouter());
  app.use('/catalog', catalogRouter());
  app.use(
    '/repositories',
    fileHostRouter(new Repositories(dataDirectory), {
      baseUrl: url,
      onPush: (name, pushed) => sandbox.push(name, pushed),
    }),
  );
  app.use(
    awsRouter({
      log: feed.log,
      misbehaviour,
      now,
      alarms,
      organisation,
      hasPlatform: ({ account, region }) =>
        hcp.workspaces.some(
          ({ tags, applied }) =>
            applied !== undefined &&
            tags['soa-runtime'] === 'platform' &&
            tags['soa-account'] === account &&
            tags['soa-region'] === region,
        ),
    }),
  );
  return sandbox;
}
