import { mockServices } from '@backstage/backend-test-utils';
import type { AuditSource } from '@backstage-soa/plugin-soa-audit-node';
import type { Knex } from 'knex';
import { AttributionIndex } from '../attribution';
import type { AttributionIndexReader } from '../attribution';
import { Ingest } from '../ingest';
import { OwnReads } from '../record';
import { ShardRefresh } from '../refresh';
import { SourceRunner } from '../sources';
import { AuditStore, ShardLeases } from '../store';
import { ACCOUNT } from './records';
import { SETTINGS } from './SETTINGS';

export const OTHER_ACCOUNT = '444455556666';
export const NOW = new Date('2026-11-20T12:00:00Z');

/** All that reads, as one replica has it, with a clock that stands still. */
export async function readingOn(knex: Knex, ...sources: AuditSource[]) {
  const store = await AuditStore.create(
    mockServices.database({ knex, migrations: { skip: false } }),
  );
  const clock = { time: NOW.getTime() };
  const now = () => new Date(clock.time);
  const ids = [ACCOUNT, OTHER_ACCOUNT];
  const inventory = {
    index: new AttributionIndex(new Set(ids), []),
    accounts: ids.map(id => ({ id, state: 'ACTIVE', regions: ['eu-west-1'] })),
    workspaces: [],
    isWhole: true,
  };
  const logger = mockServices.logger.mock();
  const confirm = jest.fn();
  const read = jest.fn(async () => inventory);
  const reading = {
    store,
    leases: new ShardLeases(knex, now),
    indexReader: { read } as unknown as AttributionIndexReader,
    allowedRegions: ['us-east-1'],
    logger,
    now,
  };
  const ingest = new Ingest({
    store,
    logger,
    confirmation: { confirm } as never,
    ownReads: OwnReads.fromConfig(mockServices.rootConfig()),
    settings: SETTINGS,
  });
  const runner = new SourceRunner({ ...reading, ingest });
  const refresh = new ShardRefresh({ ...reading, sources, runner });
  return { ...reading, clock, confirm, ingest, runner, refresh };
}

/** Holds until it is let go on. */
export function gate() {
  let open = () => {};
  const isOpen = new Promise<void>(resolve => {
    open = resolve;
  });
  return { isOpen, open };
}
