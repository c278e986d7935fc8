import { costLines } from './costLines';

const choice = { title: 'Tasks', description: 'Each costs.' };

const lines = (value: unknown, more: object = {}, placements = 3) =>
  costLines(
    { size: { desired: value } },
    [{ ...choice, parameter: 'size.desired', ...more }],
    placements,
  );

describe('costLines', () => {
  it.each([undefined, null, false, 0, '', 'none'])(
    'leaves out what costs nothing: %j',
    value => {
      expect(lines(value)).toEqual([]);
    },
  );

  it('leaves out a list that holds nothing', () => {
    expect(lines([])).toEqual([]);
  });

  it.each([
    [2, { amount: 2 }],
    ['per-az', {}],
    [['ecr', 'logs'], { amount: 2 }],
    [true, {}],
    [{ rate: 1 }, {}],
  ])('names what costs: %j', (value, expected) => {
    expect(lines(value)).toEqual([{ ...choice, ...expected }]);
  });

  it('counts what each placement has', () => {
    expect(lines(2, { perPlacement: true })[0].total).toBe(6);
    expect(lines(true, { perPlacement: true })[0].total).toBe(3);
    expect(lines(2, { perPlacement: true }, 0)[0]).not.toHaveProperty('total');
  });

  it('knows the values that cost where they are named', () => {
    const values = ['own'];
    expect(lines('shared', { values })).toEqual([]);
    expect(lines('own', { values })).toHaveLength(1);
  });

  it('leaves out what a form has kept, and shows no more', () => {
    const form = { balancer: 'own', waf: true, kept: true };
    const waf = { ...choice, parameter: 'waf' };
    const linesWhen = (when: Record<string, unknown[]>) =>
      costLines(form, [{ ...waf, when }], 1);
    expect(linesWhen({ balancer: ['own', 'shared'] })).toHaveLength(1);
    expect(linesWhen({ balancer: ['none'] })).toEqual([]);
    expect(linesWhen({ absent: ['own'] })).toEqual([]);
    expect(linesWhen({ balancer: ['own'], kept: [false] })).toEqual([]);
  });

  it('finds nothing where a form has no such parameter', () => {
    expect(
      costLines(
        { size: 'x' },
        [
          { ...choice, parameter: 'size.desired' },
          { ...choice, parameter: 'constructor.name' },
        ],
        1,
      ),
    ).toEqual([]);
  });
});
