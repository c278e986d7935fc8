import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { CsvButton } from './CsvButton';

describe('CsvButton', () => {
  const kept: Blob[] = [];
  const clicked: string[] = [];

  beforeEach(() => {
    kept.length = 0;
    clicked.length = 0;
    // jsdom keeps no files.
    URL.createObjectURL = (blob: Blob) => `blob:${kept.push(blob)}`;
    URL.revokeObjectURL = () => {};
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        clicked.push(`${this.download} ${this.href}`);
      });
  });

  afterEach(() => jest.restoreAllMocks());

  it('keeps the rows of that moment in a file that Excel can read', async () => {
    const rows = jest.fn(() => [['注文', 2]]);
    renderInTestApp(
      <CsvButton name="services" header={['Service', 'Count']} rows={rows} />,
    );
    const button = await screen.findByRole('button', { name: 'Download CSV' });
    expect(rows).not.toHaveBeenCalled();
    await userEvent.click(button);
    expect(clicked).toEqual(['services.csv blob:1']);
    const bytes = new Uint8Array(await kept[0].arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe('Service,Count\r\n注文,2\r\n');
  });
});
