import { personCaller, record } from '../cloudtrail';
import type { CloudTrailRecord } from '../cloudtrail';
import { SANDBOX_ADMINISTRATOR } from '../organisation';

/** What a workspace has made. */
export interface Deployed {
  outputs: Readonly<Record<string, string>>;
}

const STEP_MS = 1_000;

/**
 * What CloudTrail sees of somebody who deletes an ECS cluster in the console:
 * every service on it first, then the cluster.
 *
 * @returns also the workspaces that it is a drift of; why not, if nothing runs on such
 * a cluster
 */
export function breakCluster<T extends Deployed>(options: {
  cluster: string;
  account: string;
  region: string;
  workspaces: readonly T[];
  /** Milliseconds since 1970, of the last call. */
  time: number;
}):
  | { records: CloudTrailRecord[]; drifted: T[]; message: string }
  | { refusal: string } {
  const { cluster, account, region, workspaces, time } = options;
  const clusterArn = `arn:aws:ecs:${region}:${account}:cluster/${cluster}`;
  const drifted = workspaces.filter(
    ({ outputs }) => outputs.cluster_arn === clusterArn,
  );
  const serviceArns = drifted.map(({ outputs }) => outputs.service_arn);
  if (serviceArns.length === 0) {
    return {
      refusal: `Nothing runs on an ECS cluster ${cluster} of account ${account} in ${region}: name another cluster, account or region.`,
    };
  }
  const { displayName, email } = SANDBOX_ADMINISTRATOR;
  const caller = personCaller(account, email, 'console');
  const calls = [
    ...serviceArns.map(serviceArn => ({
      eventName: 'DeleteService',
      requestParameters: {
        cluster,
        service: serviceArn.split('/').at(-1),
        force: true,
      },
      responseElements: {
        service: { serviceArn, clusterArn, status: 'DRAINING' },
      },
      resources: [{ arn: serviceArn, type: 'AWS::ECS::Service' }],
    })),
    {
      eventName: 'DeleteCluster',
      requestParameters: { cluster },
      responseElements: { cluster: { clusterArn, status: 'INACTIVE' } },
      resources: [{ arn: clusterArn, type: 'AWS::ECS::Cluster' }],
    },
  ];
  const start = time - (calls.length - 1) * STEP_MS;
  return {
    records: calls.map((call, index) =>
      record({ eventSource: 'ecs.amazonaws.com', ...call }, caller, {
        account,
        region,
        time: start + index * STEP_MS,
        id: JSON.stringify(['break-cluster', clusterArn, time, index]),
      }),
    ),
    drifted,
    message: `${displayName} has deleted the ECS cluster ${cluster} of account ${account} in ${region}, in the console (simulated): look at the audit tab of the services on it.`,
  };
}
