import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { eventOf } from '../__testUtils__/eventOf';
import { pageOf, renderAudit } from '../__testUtils__/renderAudit';

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
    await screen.findByText('Nothing happened');
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
    await screen.findByText('Nothing happened');
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

  it('has no choice of accounts on the page of an account', async () => {
    const { api } = answering(pageOf());
    renderAudit(api, {
      entity: {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: { name: '012345678901' },
        spec: { type: 'cloud-account', regions: ['eu-west-1'] },
      },
    });
    await screen.findByText('Nothing happened');
    expect(screen.getByRole('button', { name: /Region/ })).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /Account/ }),
    ).not.toBeInTheDocument();
  });
});
