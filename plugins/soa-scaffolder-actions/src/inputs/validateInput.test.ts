import { validateInput } from './validateInput';

const said = (input: unknown) => {
  try {
    validateInput(
      {
        stages: z => z.array(z.object({ regions: z.array(z.string()) })),
        port: z => z.number(),
      },
      input,
    );
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};

describe('validateInput', () => {
  it('lets pass what is right', () => {
    expect(said({ stages: [{ regions: ['us-east-1'] }], port: 1 })).toBe(
      undefined,
    );
  });

  it('says in words where every fault is', () => {
    expect(said({ stages: [{ regions: ['a'] }, {}], port: '80' })).toBe(
      'stages, entry 2, regions: it is missing: fill it in; port: Expected number, received string',
    );
  });

  it('says that there is no input', () => {
    expect(said(undefined)).toBe('input: it is missing: fill it in');
  });
});
