import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { Loaded } from '../loading';
import { LoadedContent } from './LoadedContent';

const show = (loaded: Partial<Loaded<number>>) =>
  renderInTestApp(
    <LoadedContent
      loaded={{ isLoading: false, reload: () => {}, ...loaded }}
      loading="Counting"
      failed="Not counted"
    >
      {value => <p>There are {value}</p>}
    </LoadedContent>,
  );

describe('LoadedContent', () => {
  it('says that it is on its way', async () => {
    show({ isLoading: true });
    expect(
      await screen.findByRole('status', { name: 'Counting' }),
    ).toBeInTheDocument();
  });

  it('shows it, however little it is', async () => {
    show({ value: 0 });
    expect(await screen.findByText('There are 0')).toBeInTheDocument();
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  it('keeps what there was when a newer one could not be loaded', async () => {
    show({ value: 3, error: new Error('no answer') });
    expect(await screen.findByRole('alert')).toHaveTextContent('no answer');
    expect(screen.getByText('There are 3')).toBeInTheDocument();
  });
});
