import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { eventOf } from '../__testUtils__/eventOf';
import { facetsOf, pageOf, renderAudit } from '../__testUtils__/renderAudit';

type Query = Record<string, string | number | boolean | undefined>;

/** Answers with one page, and keeps what was asked. */
function answering(page: ReturnType<typeof pageOf>) {
  const asked: Query[] = [];
  const listEvents = async (_: string, query: Query) => {
    asked.push(query);
    return page;
  };
  return { asked, api: { listEvents } };
}

describe('EntityAudit', () => {
  it('asks for changes of the last 14 days, and marks those out of band', async () => {
    const { asked, api } = answering(
      pageOf({
        items: [
          eventOf(),
          eventOf({
            eventId: 'e-2',
            outOfBand: false,
            eventName: 'TagResource',
          }),
        ],
      }),
    );
    renderAudit(api);
    expect(
      await screen.findByText('2 events, with 1 out-of-band change'),
    ).toBeInTheDocument();
    expect(screen.getByText('Out-of-band change')).toBeInTheDocument();
    expect(screen.getByText('Changed')).toBeInTheDocument();
    expect(asked[0]).toMatchObject({ readOnly: false });
    expect(asked[0].actorKind).toBeUndefined();
  });

  it('takes its filters from the URL', async () => {
    const { asked, api } = answering(pageOf());
    renderAudit(api, {
      search:
        '?actorKind=person&writes=false&failed=true&outOfBand=true&account=012345678901&region=eu-west-1&period=1h',
    });
    await screen.findByText('No event found');
    expect(asked[0]).toMatchObject({
      actorKind: 'person',
      readOnly: undefined,
      failed: true,
      outOfBand: true,
      account: '012345678901',
      region: 'eu-west-1',
    });
  });

  it('takes nothing from the URL that it does not know', async () => {
    const { asked, api } = answering(pageOf());
    renderAudit(api, { search: '?actorKind=%3Cscript%3E&period=forever' });
    await screen.findByText('No event found');
    expect(asked[0].actorKind).toBeUndefined();
  });

  it('asks anew when a filter changes, from the newest on', async () => {
    const { asked, api } = answering(
      pageOf({ items: [eventOf()], nextCursor: 'next' }),
    );
    renderAudit(api);
    await userEvent.click(await screen.findByRole('button', { name: 'Older' }));
    await screen.findByText(/^Older: 1 event,/);
    expect(asked[1].cursor).toBe('next');
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Failures only' }),
    );
    await screen.findByText(/^The newest 1 event,/);
    expect(asked[2]).toMatchObject({ failed: true, cursor: undefined });
  });

  it('says what is missing from the picture', async () => {
    const gap = { account: '012345678901', from: '', to: '' };
    const { api } = answering(
      pageOf({
        coverage: {
          complete: false,
          gaps: Array.from({ length: 7 }, (_, index) => ({
            ...gap,
            region: `region-${index}`,
            reason: 'Not read yet',
          })),
        },
      }),
    );
    renderAudit(api);
    expect(
      await screen.findByText('This is not the whole picture'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/012345678901 region-0: Not read yet\..*And 2 more\./),
    ).toBeInTheDocument();
  });

  it('says why nothing could be loaded', async () => {
    renderAudit({
      listEvents: async () => {
        throw new Error('There is no component:default/orders');
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /The events could not be loaded.*There is no component/,
    );
  });

  it('says that an event can still come where none is found', async () => {
    const { api } = answering(pageOf());
    renderAudit(api);
    expect(
      await screen.findByText(/CloudTrail delivers events up to 15 minutes/),
    ).toBeInTheDocument();
  });

  it('offers the accounts and Regions that events of the period are of', async () => {
    const { asked, api } = answering(pageOf());
    const getFacets = jest.fn(async () =>
      facetsOf({
        account: { '012345678901': 2, '444455556666': 1 },
        region: { 'eu-west-1': 2, 'ap-northeast-1': 1 },
      }),
    );
    renderAudit({ ...api, getFacets }, { search: '?period=1h' });
    await userEvent.click(
      await screen.findByRole('button', { name: /Account/ }),
    );
    expect(
      screen.getByRole('option', { name: '444455556666' }),
    ).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('button', { name: /Region/ }));
    await userEvent.click(
      screen.getByRole('option', { name: 'ap-northeast-1' }),
    );
    await waitFor(() =>
      expect(asked[asked.length - 1]).toMatchObject({
        region: 'ap-northeast-1',
      }),
    );
    expect(getFacets).toHaveBeenCalledWith(
      'component:default/orders',
      { from: expect.any(String) },
      expect.anything(),
    );
  });

  it('has no choice of accounts where there is but one', async () => {
    const { api } = answering(pageOf());
    const getFacets = async () =>
      facetsOf({ account: { '012345678901': 1 }, region: { 'eu-west-1': 1 } });
    renderAudit({ ...api, getFacets });
    await userEvent.click(
      await screen.findByRole('button', { name: /Region/ }),
    );
    expect(
      await screen.findByRole('option', { name: 'eu-west-1' }),
    ).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    expect(
      screen.queryByRole('button', { name: /Account/ }),
    ).not.toBeInTheDocument();
  });

  it('shows events also where it cannot count them', async () => {
    const { api } = answering(pageOf({ items: [eventOf()] }));
    renderAudit({
      ...api,
      getFacets: async () => {
        throw new Error('is down');
      },
    });
    expect(
      await screen.findByRole('button', { name: 'DeleteCluster' }),
    ).toBeInTheDocument();
  });
});
