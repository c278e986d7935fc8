import { personCaller, record } from '../cloudtrail';
import type { CloudTrailRecord } from '../cloudtrail';
import { people, services } from '../organisation';

/** What CloudTrail sees of somebody who deletes an ECS cluster in the console. */
export function breakCluster(options: {
  cluster: string;
  account: string;
  region: string;
  time: number;
}): { records: CloudTrailRecord[]; message: string } {
  const { cluster, account, region, time } = options;
  const dana = people.find(({ name }) => name === 'dana')!;
  const caller = personCaller(account, dana.email, 'console');
  const ecs = `arn:aws:ecs:${region}:${account}`;
  const clusterArn = `${ecs}:cluster/${cluster}`;
  const hit = services.flatMap(({ name, placements }) =>
    placements
      .filter(
        placement =>
          placement.account === account &&
          placement.region === region &&
          placement.runtime.startsWith('ecs'),
      )
      .map(({ key }) => `${name}-${key}`),
  );
  const at = (index: number) => ({
    account,
    region,
    time: time + index * 1_000,
    id: JSON.stringify(['break-cluster', clusterArn, time, index]),
  });
  const records = [
    ...hit.map((service, index) => {
      const serviceArn = `${ecs}:service/${cluster}/${service}`;
      return record(
        {
          eventSource: 'ecs.amazonaws.com',
          eventName: 'DeleteService',
          requestParameters: { cluster, service, force: true },
          responseElements: {
            service: { serviceArn, clusterArn, status: 'DRAINING' },
          },
          resources: [{ arn: serviceArn, type: 'AWS::ECS::Service' }],
        },
        caller,
        at(index),
      );
    }),
    record(
      {
        eventSource: 'ecs.amazonaws.com',
        eventName: 'DeleteCluster',
        requestParameters: { cluster },
        responseElements: { cluster: { clusterArn, status: 'INACTIVE' } },
        resources: [{ arn: clusterArn, type: 'AWS::ECS::Cluster' }],
      },
      caller,
      at(hit.length),
    ),
  ];
  return {
    records,
    message: `${dana.displayName} has deleted the ECS cluster ${cluster} of account ${account} in ${region}, in the console (simulated): look at the audit tab of the services on it.`,
  };
}
