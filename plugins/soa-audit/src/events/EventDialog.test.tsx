import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AuditEvent } from '@backstage-soa/plugin-soa-common';
import { eventOf } from '../__testUtils__/eventOf';
import { pageOf, renderAudit } from '../__testUtils__/renderAudit';

/** Opens the only event of a list. */
async function open(
  event: AuditEvent,
  getEvent = async () => ({ ...event, record: { eventVersion: '1.11' } }),
) {
  renderAudit({
    listEvents: async () => pageOf({ items: [event] }),
    getEvent,
  });
  await userEvent.click(
    await screen.findByRole('button', { name: event.eventName }),
  );
  return within(await screen.findByRole('dialog'));
}

describe('EventDialog', () => {
  it('says what happened, whose it is, and shows the record', async () => {
    const dialog = await open(eventOf());
    expect(
      dialog.getByText(
        'dana@acme.example called DeleteCluster of ecs on cluster/runtime-ecs in us-east-1. It was done in the AWS Management Console.',
      ),
    ).toBeInTheDocument();
    expect(
      dialog.getByText('Out-of-band change: not made by the pipeline'),
    ).toBeInTheDocument();
    expect(dialog.getByRole('link', { name: 'orders' })).toBeInTheDocument();
    expect(
      dialog.getByText('by a resource in its state, 80 % certain'),
    ).toBeInTheDocument();
    expect(
      await dialog.findByRole('region', { name: 'CloudTrail record' }),
    ).toHaveTextContent('"eventVersion": "1.11"');
  });

  it('links the run of a proven pipeline', async () => {
    const dialog = await open(
      eventOf({
        outOfBand: false,
        actor: {
          kind: 'pipeline',
          name: 'acme/orders-prod-use1',
          runId: 'run-1',
          runUrl: 'https://tfc.example/run-1',
        },
      }),
    );
    expect(dialog.getByText('Pipeline: acme/orders-prod-use1')).toBeVisible();
    expect(dialog.getByRole('link', { name: /^run-1/ })).toHaveAttribute(
      'href',
      'https://tfc.example/run-1',
    );
    expect(dialog.queryByText(/Out-of-band/)).not.toBeInTheDocument();
  });

  it('does not take what somebody claims for proof', async () => {
    const dialog = await open(
      eventOf({
        actor: { kind: 'unknown', name: 'deploy', claim: 'claims to be run-1' },
      }),
    );
    expect(
      dialog.getByText('claims to be run-1, without proof'),
    ).toBeInTheDocument();
  });

  it('tells what was refused', async () => {
    const dialog = await open(
      eventOf({
        failed: true,
        outOfBand: false,
        errorCode: 'AccessDenied',
        resources: [],
        console: false,
      }),
    );
    expect(
      dialog.getByText(
        'dana@acme.example was refused DeleteCluster of ecs in us-east-1.',
      ),
    ).toBeInTheDocument();
  });

  it('stays useful where the record cannot be loaded, and closes', async () => {
    const dialog = await open(eventOf(), async () => {
      throw new Error('There is no event e-1');
    });
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'There is no event e-1',
    );
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});
