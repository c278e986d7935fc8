import { render, screen } from '@testing-library/react';
import { Button } from '@backstage/ui';
import { OnCard } from './OnCard';

describe('OnCard', () => {
  it('gives what is on a card another colour than that of the card', () => {
    render(
      <OnCard>
        <Button variant="secondary">Add</Button>
      </OnCard>,
    );
    expect(screen.getByRole('button')).toHaveAttribute(
      'data-on-bg',
      'neutral-1',
    );
  });
});
