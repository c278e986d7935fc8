import type { HcpTerraformClient } from '@backstage-soa/plugin-soa-node';
import { control } from '../../__testUtils__/control';
import { TestClock } from '../../__testUtils__/TestClock';
import { startSandboxCloud } from '../../startSandboxCloud';
import type { SandboxCloud } from '../../startSandboxCloud';
import { hcpTerraformAt } from './hcpTerraformAt';
import { RecordingProxy } from './RecordingProxy';

/** A sandbox cloud, and a client of its HCP Terraform that is overheard. */
export class WatchedSandbox {
  static async start(): Promise<WatchedSandbox> {
    const clock = new TestClock();
    const sandbox = await startSandboxCloud({
      // So that the sandbox does not refuse what the client itself holds back.
      now: () => {
        clock.pass(60);
        return clock.now();
      },
    });
    const proxy = await RecordingProxy.before(sandbox.url);
    const client = await hcpTerraformAt(proxy.url);
    return new WatchedSandbox(clock, sandbox, proxy, client);
  }

  private constructor(
    readonly clock: TestClock,
    readonly sandbox: SandboxCloud,
    readonly proxy: RecordingProxy,
    readonly client: HcpTerraformClient,
  ) {}

  misbehave(rule: object) {
    return control(this.sandbox, 'misbehave', {
      service: 'hcp-terraform',
      ...rule,
    });
  }

  async stop(): Promise<void> {
    await this.proxy.stop();
    await this.sandbox.stop();
  }
}
