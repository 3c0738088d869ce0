import { csvLines, csvRows, csvTitle } from './csv.rules.ts';

/** A text as a reader of CSV takes it out of its cell. */
const cell = (text: string) =>
  csvLines([[text]])
    .replace(/^"/, '')
    .replace(/"\r\n$/, '')
    .replaceAll('""', '"');

describe('a CSV file', () => {
  it.each([
    ['=HYPERLINK("http://evil.example","x")'],
    ['+1+1'],
    ['-2+3'],
    ['@SUM(A1:A9)'],
    ['\tcmd'],
    ['\r=1+1'],
    ['\n=1+1'],
    ['＝1+1'],
  ])('keeps a spreadsheet from running %j', (text) => {
    expect(cell(text)).toBe(`'${text}`);
  });

  it('leaves alone what is only text', () => {
    for (const text of ['Prairie Shield PPO', 'a-b', '3 = 4', "O'Neil"]) expect(cell(text)).toBe(text);
  });

  it('writes money as numbers with two decimals, the negative ones too', () => {
    const columns = [
      { head: 'Payer', value: (row: { payer: string; cents: number | null }) => row.payer },
      { head: 'Amount', value: (row: { cents: number | null }) => row.cents, isCents: true },
    ];
    const rows = [
      { payer: '-5 Health', cents: -1250 },
      { payer: 'Medicare', cents: 100000 },
      { payer: 'Nobody', cents: null },
    ];
    expect(csvRows(columns, rows)).toBe(`"'-5 Health",-12.50\r\n"Medicare",1000.00\r\n"Nobody",\r\n`);
  });

  it('keeps commas, quotes and line ends inside their cell', () => {
    expect(csvLines([['a,b', 'say "so"', 'two\r\nlines']])).toBe('"a,b","say ""so""","two\r\nlines"\r\n');
  });

  it('says of itself what it is, and a filter cannot break out of that line', () => {
    const title = csvTitle({
      name: 'claims',
      filters: { payer: undefined, text: 'x"\r\n=1+1' },
      from: 7,
      to: 9,
      at: new Date('2026-11-24T12:00:00Z'),
      who: 'Erin Walsh',
      rows: 1,
    });
    expect(title.split('\r\n')).toEqual([
      '"# Caseboard: claims"',
      '"# Filters: text = x"" =1+1"',
      '"# As of sequence 7 to 9, 2026-11-24T12:00:00.000Z"',
      '"# Taken by Erin Walsh; 1 row"',
      '',
    ]);
  });
});
