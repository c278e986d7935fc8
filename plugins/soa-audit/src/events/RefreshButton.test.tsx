import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AuditRefresh } from '@backstage-soa/plugin-soa-common';
import { eventOf } from '../__testUtils__/eventOf';
import { pageOf, renderAudit } from '../__testUtils__/renderAudit';

const shard = {
  source: 'lookup',
  account: '012345678901',
  region: 'us-east-1',
};

async function press(refresh: () => Promise<AuditRefresh>) {
  const listEvents = jest.fn(async () => pageOf());
  renderAudit({ listEvents, refresh });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Read CloudTrail now' }),
  );
  return listEvents;
}

describe('RefreshButton', () => {
  it('has CloudTrail read, and looks for new events', async () => {
    const refresh = jest.fn(
      async (): Promise<AuditRefresh> => ({
        items: [
          { ...shard, state: 'started' },
          { ...shard, region: 'eu-west-1', state: 'recent' },
        ],
      }),
    );
    const listEvents = await press(refresh);
    expect(await screen.findByText(/has begun/)).toBeInTheDocument();
    expect(refresh).toHaveBeenCalledWith('component:default/orders');
    await waitFor(() => expect(listEvents).toHaveBeenCalledTimes(2));
  });

  it('says when it was read, if that is only just so', async () => {
    await press(async () => ({
      items: [
        { ...shard, state: 'recent', lastReadAt: '2026-11-20T10:00:00.000Z' },
      ],
    }));
    expect(
      await screen.findByText(/^CloudTrail was read at/),
    ).toHaveTextContent('2026');
  });

  it('says so where there is nothing to read', async () => {
    await press(async () => ({ items: [] }));
    expect(
      await screen.findByText(/no account of the organisation/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/has begun/)).not.toBeInTheDocument();
  });

  it('goes to the newest events, where the new ones appear', async () => {
    const asked: unknown[] = [];
    renderAudit({
      listEvents: async (_, { cursor }) => {
        asked.push(cursor);
        return pageOf({ items: [eventOf()], nextCursor: 'next' });
      },
      refresh: async () => ({ items: [{ ...shard, state: 'started' }] }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Older' }));
    await screen.findByText(/^Older: 1 event,/);
    await userEvent.click(
      screen.getByRole('button', { name: 'Read CloudTrail now' }),
    );
    expect(await screen.findByText(/has begun/)).toBeInTheDocument();
    await screen.findByText(/^The newest 1 event,/);
    expect(asked).toEqual([undefined, 'next', undefined]);
  });

  it('says why it could not be read, and tries again', async () => {
    const refresh = jest
      .fn()
      .mockRejectedValueOnce(new Error('There is no component'))
      .mockResolvedValue({ items: [{ ...shard, state: 'started' }] });
    await press(refresh);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /could not be read now.*There is no component/,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/has begun/)).toBeInTheDocument();
  });
});
