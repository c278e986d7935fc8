import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from './Journal';

describe('Journal', () => {
  let directory: string;
  const open = (length: number) =>
    new Journal<object>(directory, 'journal', length);

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'journal-'));
  });

  afterEach(() => rmSync(directory, { recursive: true }));

  it('gives back what was added, in order', () => {
    const journal = open(0);
    journal.append([{ a: 'ü' }, { b: 'two\nlines' }]);
    journal.append([{ c: 3 }]);
    expect(open(journal.length).read()).toEqual([
      { a: 'ü' },
      { b: 'two\nlines' },
      { c: 3 },
    ]);
  });

  it('forgets what a crash has left half written', () => {
    const journal = open(0);
    journal.append([{ a: 1 }]);
    appendFileSync(join(directory, 'journal'), '{"b":2}\n{"c":');
    const again = open(journal.length);
    expect(again.read()).toEqual([{ a: 1 }]);
    again.append([{ d: 4 }]);
    expect(open(again.length).read()).toEqual([{ a: 1 }, { d: 4 }]);
  });

  it('says how to go on when it was damaged', () => {
    const journal = open(0);
    journal.append([{ a: 1 }]);
    writeFileSync(join(directory, 'journal'), 'x'.repeat(journal.length));
    expect(() => open(journal.length).read()).toThrow('npm run reset');
    writeFileSync(join(directory, 'journal'), '');
    expect(() => open(journal.length)).toThrow('npm run reset');
  });

  it('keeps nothing without a folder', () => {
    const journal = new Journal(undefined, 'journal', 0);
    journal.append([{ a: 1 }]);
    expect(journal.read()).toEqual([]);
    expect(journal.length).toBe(0);
  });
});
