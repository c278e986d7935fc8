import { rolloutOf } from './rolloutOf';
import { runMessage, starterOf } from './runMessage';

describe('runMessage', () => {
  it('says who, and is read again', () => {
    const message = runMessage(' Why ', 'user:default/jo');
    expect(message).toBe('Why, triggered via Backstage by user:default/jo');
    expect(starterOf({ message })).toBe('user:default/jo');
    const silent = runMessage(undefined, 'user:default/jo');
    expect(silent).toBe('Triggered via Backstage by user:default/jo');
    expect(starterOf({ message: silent })).toBe('user:default/jo');
  });

  it.each([undefined, 'Commit 1a', 'triggered via Backstage by nobody'])(
    'reads nobody out of %j',
    message => expect(starterOf({ message })).toBeUndefined(),
  );
});

describe('rolloutOf', () => {
  it('finds the rollout at the end, and nowhere else', () => {
    const marker = 'Triggered via Backstage, rollout 1a-2b/12 (roll-back)';
    expect(rolloutOf({ message: marker })).toBe('1a-2b');
    expect(rolloutOf({ message: `${marker}, or not` })).toBeUndefined();
    expect(rolloutOf({ message: undefined })).toBeUndefined();
  });
});
