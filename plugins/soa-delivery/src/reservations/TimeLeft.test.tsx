import { render, screen } from '@testing-library/react';
import { TimeLeft } from './TimeLeft';

const now = () => Date.UTC(2026, 10, 27, 10);

describe('TimeLeft', () => {
  it.each([
    ['2026-11-27T10:30:00.000Z', 'in 30 minutes'],
    ['2026-11-27T12:10:00.000Z', 'in 2 hours'],
    ['2026-12-01T10:00:00.000Z', 'in 4 days'],
    ['2026-11-27T10:00:10.000Z', 'this minute'],
  ])('says how long it is until %s', (until, text) => {
    render(<TimeLeft until={until} now={now} />);
    const time = screen.getByText(text);
    expect(time).toHaveAttribute('datetime', until);
    expect(time).toHaveAttribute('title', until);
  });
});
