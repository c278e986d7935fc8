import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { awsClients } from './__testUtils__/awsClients';
import { control } from './__testUtils__/control';
import { TestClock } from './__testUtils__/TestClock';
import { startSandboxCloud } from './startSandboxCloud';
import type { SandboxCloud, SandboxCloudOptions } from './startSandboxCloud';

const ACCOUNT = '100000000101';

describe('startSandboxCloud', () => {
  let clock: TestClock;
  let dataDirectory: string;
  let running: SandboxCloud | undefined;

  beforeEach(() => {
    clock = new TestClock();
    dataDirectory = mkdtempSync(join(tmpdir(), 'sandbox-'));
  });

  afterEach(async () => {
    await running?.stop();
    rmSync(dataDirectory, { recursive: true });
  });

  const restart = async (options: SandboxCloudOptions = {}) => {
    await running?.stop();
    running = await startSandboxCloud({
      now: clock.now,
      dataDirectory,
      ...options,
    });
    return running;
  };
  const events = async (sandbox: SandboxCloud) => {
    const client = await awsClients(sandbox).cloudTrail(ACCOUNT);
    const found = [];
    let NextToken: string | undefined;
    do {
      clock.pass(1_000);
      const page = await client.send(new LookupEventsCommand({ NextToken }));
      found.push(...page.Events!);
      NextToken = page.NextToken;
    } while (NextToken);
    return found;
  };

  it('has the same history and all that happened since at the next start', async () => {
    await control(await restart(), 'break-cluster', {});
    const before = await events(running!);
    expect(before[0].EventName).toBe('DeleteCluster');
    clock.pass(86_400_000);
    expect(await events(await restart())).toEqual(before);
  });

  it('forgets what is older than ninety days, on disk as well', async () => {
    await control(await restart(), 'break-cluster', {});
    await running!.stop();
    const size = () =>
      readdirSync(dataDirectory)
        .filter(name => name.endsWith('.ndjson'))
        .map(name => statSync(join(dataDirectory, name)).size);
    const [before] = size();
    expect(before).toBeGreaterThan(0);
    clock.pass(90 * 86_400_000 + 1_000);
    expect(await events(await restart())).toEqual([]);
    expect(size()).toEqual([0]);
    await control(running!, 'break-cluster', {});
    const [newest] = await events(await restart());
    expect(newest.EventName).toBe('DeleteCluster');
    expect(size()).toEqual([before]);
  });

  it('refuses what has grown from another organisation, and leaves it', async () => {
    await control(await restart(), 'break-cluster', {});
    await running!.stop();
    const file = join(dataDirectory, 'state.json');
    const kept = readFileSync(file, 'utf8');
    const { seed, ...others } = JSON.parse(kept);
    for (const old of [others, { ...others, seed: `${seed}0` }]) {
      writeFileSync(file, JSON.stringify(old));
      await expect(restart()).rejects.toThrow(
        /of another version of this project: .*"npm run reset"/,
      );
      expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(old);
    }
    writeFileSync(file, kept);
    expect((await events(await restart()))[0].EventName).toBe('DeleteCluster');
  });

  it('keeps nothing without a folder', async () => {
    await control(
      await restart({ dataDirectory: undefined }),
      'break-cluster',
      {},
    );
    const again = await events(await restart({ dataDirectory: undefined }));
    expect(again.map(({ EventName }) => EventName)).not.toContain(
      'DeleteCluster',
    );
  });

  it('shows events as late as it was told to', async () => {
    const sandbox = await restart({ deliveryDelayMs: 120_000 });
    const names = async () =>
      (await events(sandbox)).map(({ EventName }) => EventName);
    await control(sandbox, 'break-cluster', {});
    expect(await names()).not.toContain('DeleteCluster');
    clock.pass(120_000);
    expect((await names())[0]).toBe('DeleteCluster');
  });

  it('touches nothing that is kept when the port is taken', async () => {
    const { port } = await restart();
    await control(running!, 'break-cluster', {});
    const journal = join(dataDirectory, 'cloudtrail.ndjson');
    appendFileSync(journal, 'being written');
    await expect(
      startSandboxCloud({ port, dataDirectory }),
    ).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect(readFileSync(journal, 'utf8')).toMatch(/being written$/);
  });

  it('frees the port when what is kept cannot be read', async () => {
    const { port } = await restart();
    await running!.stop();
    writeFileSync(join(dataDirectory, 'state.json'), '{');
    await expect(startSandboxCloud({ port, dataDirectory })).rejects.toThrow(
      'npm run reset',
    );
    rmSync(join(dataDirectory, 'state.json'));
    expect((await restart({ port })).port).toBe(port);
  });

  it('listens on this machine only', async () => {
    const { url } = await restart();
    expect(url).toMatch(/^http:\/\/localhost:\d+$/);
  });
});
