import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { State } from './State';

describe('State', () => {
  let directory: string;
  const open = () => new State(directory, () => ({ count: 0 }));

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'state-'));
  });

  afterEach(() => rmSync(directory, { recursive: true }));

  it('is kept from one start to the next, once it was saved', () => {
    const state = open();
    state.value.count = 1;
    state.save();
    state.value.count = 2;
    expect(open().value).toEqual({ count: 1 });
  });

  it('does not mind what a crash has left half written', () => {
    open();
    writeFileSync(join(directory, 'state.json.next'), '{"cou');
    expect(open().value).toEqual({ count: 0 });
  });

  it('says how to go on when it was damaged', () => {
    writeFileSync(join(directory, 'state.json'), '{"cou');
    expect(open).toThrow('npm run reset');
  });
});
