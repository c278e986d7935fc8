import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestClock } from '../__testUtils__/TestClock';
import { Misbehaviour } from '../misbehaviour';
import type { JournalPosition } from '../state';
import type { CloudTrailRecord } from './CloudTrailRecord';
import { EventFeed } from './EventFeed';
import { serviceCaller } from './identities';
import { record } from './record';

const ACCOUNT = '100000000101';
const REGION = 'us-east-1';
const DAY_MS = 86_400_000;

describe('EventFeed', () => {
  let directory: string;
  let clock: TestClock;
  let kept: JournalPosition;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'feed-'));
    clock = new TestClock();
    kept = { generation: 0, length: 0 };
  });

  afterEach(() => rmSync(directory, { recursive: true }));

  const eventAt = (time: number, id = String(time)): CloudTrailRecord =>
    record(
      { eventSource: 'ecs.amazonaws.com', eventName: 'ListClusters' },
      serviceCaller('ecs.amazonaws.com'),
      { account: ACCOUNT, region: REGION, time, id },
    );
  const open = (options: object = {}) =>
    new EventFeed({
      history: [],
      dataDirectory: directory,
      journal: kept,
      commit: position => {
        kept = position;
      },
      deliveryDelayMs: 0,
      misbehaviour: new Misbehaviour(),
      now: clock.now,
      ...options,
    });
  const shown = (feed: EventFeed) =>
    [...feed.log.read(ACCOUNT, REGION, { now: clock.time })].map(
      ({ eventID }) => eventID,
    );
  const append = (feed: EventFeed, count: number) => {
    const events = Array.from({ length: count }, () => {
      clock.pass(1_000);
      return eventAt(clock.time);
    });
    events.forEach(event => feed.append([event]));
    return events.map(({ eventID }) => eventID).reverse();
  };

  it('has what happened at the next start, newest first', () => {
    const ids = append(open(), 3);
    expect(shown(open())).toEqual(ids);
  });

  it('forgets at the start what is older than ninety days, for good', () => {
    append(open(), 2);
    clock.pass(DAY_MS);
    const recent = append(open(), 2);
    clock.pass(89 * DAY_MS);
    const before = kept.length;
    expect(shown(open())).toEqual(recent);
    expect(kept).toEqual({ generation: 1, length: before / 2 });
    // They are gone from the disk, not only out of sight.
    clock.pass(-89 * DAY_MS);
    expect(shown(open())).toEqual(recent);
  });

  it('does not load a history that is older than ninety days', () => {
    const history = [0, 1].map(day => eventAt(clock.time + day * DAY_MS));
    clock.pass(90 * DAY_MS + 1_000);
    expect(shown(open({ history }))).toEqual([history[1].eventID]);
  });

  it('keeps the newest when there are too many, now and later', () => {
    const history = [eventAt(clock.time - DAY_MS)];
    const feed = open({ history, most: 4 });
    const ids = append(feed, 7);
    const left = [...ids.slice(0, 4), history[0].eventID];
    expect(shown(feed)).toEqual(left);
    expect(kept.generation).toBe(1);
    expect(shown(open({ history, most: 4 }))).toEqual(left);
  });

  it('does not write everything anew for every event', () => {
    append(open({ most: 4 }), 6);
    expect(kept.generation).toBe(0);
  });

  it('holds no more than that in memory either', () => {
    const feed = open({ dataDirectory: undefined, most: 4 });
    const ids = append(feed, 7);
    expect(shown(feed)).toEqual(ids.slice(0, 4));
  });

  it('has lost nothing when a crash comes while it forgets', () => {
    const ids = append(open(), 7);
    const commit = () => {
      throw new Error('killed');
    };
    expect(() => open({ most: 4, commit })).toThrow('killed');
    expect(shown(open())).toEqual(ids);
  });
});
