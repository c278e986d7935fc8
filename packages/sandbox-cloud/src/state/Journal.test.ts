import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from './Journal';
import type { JournalPosition } from './Journal';

describe('Journal', () => {
  const start = { generation: 0, length: 0 };
  let root: string;
  let directory: string;
  const open = (position: JournalPosition, folder = directory) =>
    new Journal<object>(folder, 'journal', position);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'journal-'));
    directory = join(root, 'data');
  });

  afterEach(() => rmSync(root, { recursive: true }));

  it('gives back what was added, in order', () => {
    const journal = open(start);
    journal.append([{ a: 'ü' }, { b: 'two\nlines' }]);
    journal.append([{ c: 3 }]);
    expect(open(journal.position).read()).toEqual([
      { a: 'ü' },
      { b: 'two\nlines' },
      { c: 3 },
    ]);
  });

  it('forgets what a crash has left half written', () => {
    const journal = open(start);
    journal.append([{ a: 1 }]);
    appendFileSync(join(directory, 'journal.ndjson'), '{"b":2}\n{"c":');
    const again = open(journal.position);
    expect(again.read()).toEqual([{ a: 1 }]);
    again.append([{ d: 4 }]);
    expect(open(again.position).read()).toEqual([{ a: 1 }, { d: 4 }]);
  });

  it('says how to go on when it was damaged', () => {
    const journal = open(start);
    journal.append([{ a: 1 }]);
    const { position } = journal;
    const file = join(directory, 'journal.ndjson');
    writeFileSync(file, 'x'.repeat(position.length));
    expect(() => open(position).read()).toThrow('npm run reset');
    writeFileSync(file, '');
    expect(() => open(position)).toThrow('npm run reset');
  });

  it('keeps nothing without a folder', () => {
    const journal = new Journal(undefined, 'journal', start);
    journal.append([{ a: 1 }]);
    journal.rewrite([{ b: 1 }], () => {
      throw new Error('there is nothing to keep');
    });
    expect(journal.read()).toEqual([]);
    expect(journal.position).toEqual(start);
  });

  describe('written anew', () => {
    const old = [{ a: 1 }, { b: 2 }];
    const anew = [{ b: 2 }];
    let journal: Journal<object>;

    beforeEach(() => {
      journal = open(start);
      journal.append(old);
    });

    it('holds the new items, takes more, and leaves no other file', () => {
      journal.rewrite(anew, () => {});
      journal.append([{ c: 3 }]);
      journal.rewrite([...anew, { c: 3 }], () => {});
      journal.append([{ d: 4 }]);
      const again = open(journal.position);
      expect(again.read()).toEqual([{ b: 2 }, { c: 3 }, { d: 4 }]);
      expect(readdirSync(directory)).toEqual(['journal.2.ndjson']);
    });

    it('loses nothing to a crash just before and after it counts', () => {
      const before = join(root, 'before');
      const after = join(root, 'after');
      const { position } = journal;
      let next = position;
      journal.rewrite(anew, moved => {
        cpSync(directory, before, { recursive: true });
        next = moved;
        cpSync(directory, after, { recursive: true });
      });
      expect(readdirSync(before)).toHaveLength(2);
      expect(open(position, before).read()).toEqual(old);
      expect(readdirSync(before)).toEqual(['journal.ndjson']);
      expect(open(next, after).read()).toEqual(anew);
      expect(readdirSync(after)).toEqual(['journal.1.ndjson']);
    });

    it('loses nothing to a crash while it is written, and tries again', () => {
      writeFileSync(join(directory, 'journal.1.ndjson.next'), '{"b":');
      const again = open(journal.position);
      expect(again.read()).toEqual(old);
      expect(readdirSync(directory)).toEqual(['journal.ndjson']);
      again.rewrite(anew, () => {});
      expect(open(again.position).read()).toEqual(anew);
    });

    it('stays what it was when the new one cannot be kept', () => {
      expect(() =>
        journal.rewrite(anew, () => {
          throw new Error('the disk is full');
        }),
      ).toThrow('the disk is full');
      journal.append([{ c: 3 }]);
      expect(open(journal.position).read()).toEqual([...old, { c: 3 }]);
    });

    it('leaves alone what is not its own', () => {
      const others = ['state.json', 'journal.txt', 'journals.1.ndjson'];
      others.forEach(name => writeFileSync(join(directory, name), ''));
      journal.rewrite(anew, () => {});
      expect(readdirSync(directory).sort()).toEqual(
        [...others, 'journal.1.ndjson'].sort(),
      );
    });
  });
});
