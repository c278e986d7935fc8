import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import type { AwsClients } from '@backstage-soa/plugin-soa-node';
import { record } from './records';

const PAGE = 2;

interface LookupBody {
  StartTime: number;
  EndTime: number;
  NextToken?: string;
}

/** LookupEvents on real HTTP: a log for each account and Region, newest first. */
export async function startFakeCloudTrail() {
  const logs = new Map<string, Array<{ id: string; time: number }>>();
  const requests: Array<LookupBody & { shard: string }> = [];
  /** Says whether the newest request is refused. */
  const faults = { refuses: (_shard: string) => false };

  const server = createServer((request, response) => {
    let body = '';
    request.on('data', chunk => {
      body += chunk;
    });
    request.on('end', () => {
      const lookup: LookupBody = JSON.parse(body);
      // The access key is the account's id; the scope names the Region.
      const [, account, region] =
        /Credential=(\d+)\/\d+\/([^/]+)\//.exec(
          request.headers.authorization ?? '',
        ) ?? [];
      const shard = `${account}/${region}`;
      requests.push({ ...lookup, shard });
      if (faults.refuses(shard)) {
        response.writeHead(400, {
          'content-type': 'application/x-amz-json-1.1',
        });
        response.end(
          '{"__type":"ThrottlingException","message":"Rate exceeded"}',
        );
        return;
      }
      const found = (logs.get(shard) ?? [])
        .filter(
          ({ time }) => time >= lookup.StartTime && time <= lookup.EndTime,
        )
        .sort((a, b) => b.time - a.time);
      const start = Number(lookup.NextToken ?? 0);
      const Events = found.slice(start, start + PAGE).map(({ id, time }) => ({
        EventTime: time,
        CloudTrailEvent: JSON.stringify(
          record(id, {
            eventTime: new Date(time * 1_000).toISOString(),
            recipientAccountId: account,
            awsRegion: region,
          }),
        ),
      }));
      const isMore = start + PAGE < found.length;
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
      response.end(
        JSON.stringify({
          Events,
          ...(isMore && { NextToken: String(start + PAGE) }),
        }),
      );
    });
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const awsClients = {
    cloudTrail: async ({ accountId, region }) =>
      new CloudTrailClient({
        region,
        endpoint: `http://127.0.0.1:${port}`,
        credentials: { accessKeyId: accountId, secretAccessKey: 'secret' },
        // Trying again is the client's; what it gives up on is tested here.
        maxAttempts: 1,
      }),
  } as AwsClients;
  return {
    awsClients,
    logs,
    requests,
    faults,
    close: () => new Promise(resolve => server.close(resolve)),
  };
}
