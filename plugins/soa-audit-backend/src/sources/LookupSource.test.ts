import type {
  AuditBatch,
  AuditShard,
} from '@backstage-soa/plugin-soa-audit-node';
import { LookupSource } from './LookupSource';

const NOW = new Date('2026-11-20T12:00:00Z');
const shard = (account: string) => ({ account, region: 'us-east-1' });

interface LookupInput {
  StartTime: Date;
  EndTime: Date;
  NextToken?: string;
}

/** Reads two pages of each account; `444…` may not be read. */
async function read(readUntil?: string, signal?: AbortSignal) {
  const inputs: LookupInput[] = [];
  const batches: AuditBatch[] = [];
  const failures: Array<[AuditShard, string]> = [];
  const pause = jest.fn(async () => {});
  const cloudTrail = async ({ accountId }: { accountId: string }) => ({
    async send({ input }: { input: LookupInput }) {
      if (accountId.startsWith('4')) {
        throw new Error('AccessDenied');
      }
      inputs.push(input);
      return input.NextToken
        ? { Events: [{ CloudTrailEvent: 'no JSON' }] }
        : { Events: [{ CloudTrailEvent: '{"eventID":"1"}' }], NextToken: 'a' };
    },
  });
  const source = new LookupSource({
    awsClients: { cloudTrail } as never,
    firstReadDays: 14,
    overlapMinutes: 30,
    now: () => NOW,
    pause,
  });
  await source.read({
    shards: [shard('444455556666'), shard('111122223333')],
    readUntil: () => readUntil,
    deliver: async batch => {
      batches.push(batch);
    },
    failed: async () => {},
    exclusively: (where, sweep) =>
      sweep({ readUntil }).catch(error => {
        signal?.throwIfAborted();
        failures.push([where, error.message]);
      }),
    signal,
  });
  return { inputs, batches, failures, pause };
}

describe('LookupSource', () => {
  it('pages through one window, and has read it only at its end', async () => {
    const { inputs, batches, pause } = await read();
    const window = {
      StartTime: new Date('2026-11-06T12:00:00Z'),
      EndTime: NOW,
    };
    expect(inputs).toEqual([
      { ...window, NextToken: undefined },
      { ...window, NextToken: 'a' },
    ]);
    expect(batches).toEqual([
      {
        shard: shard('111122223333'),
        records: [{ eventID: '1' }],
        resume: expect.any(String),
      },
      {
        shard: shard('111122223333'),
        records: ['no JSON'],
        readFrom: '2026-11-06T12:00:00.000Z',
        readUntil: NOW.toISOString(),
      },
    ]);
    expect(pause).toHaveBeenCalledTimes(1);
  });

  it('reads again what may have come late', async () => {
    const { inputs, batches } = await read('2026-11-20T11:55:00.000Z');
    expect(inputs[0].StartTime).toEqual(new Date('2026-11-20T11:25:00Z'));
    expect(batches[1].readFrom).toBeUndefined();
  });

  it('says which shard failed, and reads the others', async () => {
    const { failures, batches } = await read();
    expect(failures).toEqual([[shard('444455556666'), 'AccessDenied']]);
    expect(batches).toHaveLength(2);
  });

  it('stops when it is told to', async () => {
    await expect(read(undefined, AbortSignal.abort())).rejects.toThrow(
      'aborted',
    );
  });
});
