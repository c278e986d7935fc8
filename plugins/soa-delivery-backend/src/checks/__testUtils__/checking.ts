import type { HcpTerraformOutput } from '@backstage-soa/plugin-soa-node';
import { AllowedHosts } from '../AllowedHosts';
import type { CheckContext } from '../CheckContext';

/** What checks need, where nothing is there but what the test gives. */
export function checkContext({
  outputs = [],
  alarms = () => ({}),
  ...change
}: Partial<CheckContext> & {
  outputs?: Array<Partial<HcpTerraformOutput>>;
  /** What CloudWatch answers to what is asked of an account and Region. */
  alarms?: (asked: {
    accountId: string;
    region: string;
    input: object;
  }) => object;
} = {}): CheckContext {
  return {
    hcpTerraform: {
      client: () => ({ listOutputs: async () => outputs } as never),
    },
    aws: {
      cloudWatch: async of =>
        ({
          send: async ({ input }: { input: object }) =>
            alarms({ ...of, input }),
        } as never),
    },
    allowedHosts: new AllowedHosts([]),
    fetch,
    ...change,
  };
}
