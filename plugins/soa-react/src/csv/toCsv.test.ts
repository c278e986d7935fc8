import { toCsv } from './toCsv';

describe('toCsv', () => {
  it('writes lines of cells, and nothing for what is not known', () => {
    expect(
      toCsv([
        ['Service', 'Placements', 'Owner'],
        ['orders', 3, undefined],
      ]),
    ).toBe('Service,Placements,Owner\r\norders,3,\r\n');
  });

  it.each([
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    [' padded ', '" padded "'],
    ['配置', '配置'],
    ['012345678901', '012345678901'],
  ])('quotes %j where it has to', (value, cell) => {
    expect(toCsv([[value]])).toBe(`${cell}\r\n`);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1', "'  =1"],
    ['＝1', "'＝1"],
    ['\t=1', "'\t=1"],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ])('lets %j be no formula', (value, cell) => {
    expect(toCsv([[value]])).toBe(`${cell}\r\n`);
  });

  it('leaves numbers alone', () => {
    expect(toCsv([[-1, 'a-b', 'a=b']])).toBe('-1,a-b,a=b\r\n');
  });
});
