import { toRejected } from './toRejected';

describe('toRejected', () => {
  it('keeps of a text only by what it can be found', () => {
    const text = '{"password":"hunter2';
    expect(toRejected(text)).toEqual({
      length: 20,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(toRejected(text)).toEqual(toRejected(text));
    expect(toRejected(`${text}!`)).not.toEqual(toRejected(text));
  });

  it('keeps an object without its secrets', () => {
    expect(toRejected({ eventID: '1', password: 'hunter2' })).toEqual({
      eventID: '1',
      password: 'HIDDEN_BY_BACKSTAGE',
    });
  });
});
