import { areDue } from './areDue';
import type { KeptTags } from './KeptTags';

const DAY = 86_400_000;
const start = Date.parse('2026-01-01T00:00:00Z');
const at = (milliseconds: number) => new Date(start + milliseconds);

const kept = (overrides: Partial<KeptTags> = {}): KeptTags => ({
  tags: {},
  readAt: at(0).toISOString(),
  ...overrides,
});
const due = (one: KeptTags | undefined, changedAt?: string, age = 0) =>
  areDue('111122223333', one, { changedAt, maxAge: DAY, now: at(age) });

describe('areDue', () => {
  it('reads what was never read, or could not be', () => {
    expect(due(undefined)).toBe(true);
    expect(due(kept({ readAt: undefined }))).toBe(true);
    expect(due(kept())).toBe(false);
  });

  it('reads what has changed, once, whatever time this machine has', () => {
    const changedAt = '2020-05-05T05:05:05Z';
    expect(due(kept(), changedAt)).toBe(true);
    expect(due(kept({ changedAt }), changedAt)).toBe(false);
    expect(due(kept({ changedAt }), '2020-05-05T05:05:06Z')).toBe(true);
    expect(due(kept({ changedAt }), '2020-05-05T05:05:04Z')).toBe(false);
  });

  it('spreads what was read at once', () => {
    const ids = Array.from({ length: 1_000 }, (_, index) =>
      String(100_000_000_000 + index),
    );
    const dueAfter = (age: number) =>
      ids.filter(id =>
        areDue(id, kept(), { changedAt: undefined, maxAge: DAY, now: at(age) }),
      ).length;
    const hour = DAY / 24;
    const inHour = Array.from(
      { length: 12 },
      (_, index) =>
        dueAfter((13 + index) * hour) - dueAfter((12 + index) * hour),
    );
    expect(dueAfter(DAY / 2 - 1)).toBe(0);
    expect(dueAfter(DAY)).toBe(1_000);
    expect(Math.max(...inHour)).toBeLessThan(150);
  });
});
