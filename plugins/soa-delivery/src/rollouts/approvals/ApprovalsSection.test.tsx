import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RolloutApproval } from '@backstage-soa/plugin-soa-common';
import { renderPage } from '../../__testUtils__/renderPage';
import {
  approvalOf,
  rolloutOf,
  rolloutOfTargets,
  stageOf,
  targetOf,
  waveOf,
} from '../../__testUtils__/rolloutOf';

const asking = (change: Partial<RolloutApproval> = {}) =>
  rolloutOf({
    stages: [
      stageOf(
        [
          waveOf(
            [
              targetOf('prod-use1', 'waiting', {
                plan: {
                  add: 1,
                  change: 2,
                  destroy: 1,
                  import: 0,
                  statefulDestroys: ['aws_db_instance.main'],
                },
              }),
              targetOf('prod-euw1', 'waiting', { planError: 'Not yet there.' }),
            ],
            { state: 'waiting' },
          ),
        ],
        { state: 'approval', approval: approvalOf(change) },
      ),
    ],
  });

const openDialog = async () => {
  await userEvent.click(
    await screen.findByRole('button', { name: 'Decide: Begin prod' }),
  );
  return within(await screen.findByRole('dialog', { name: 'Begin prod' }));
};

describe('ApprovalsSection', () => {
  it('approves what it shows, and loads what has become of it', async () => {
    const server = { rollout: asking() };
    const decideOnRollout = jest.fn(async () => {
      server.rollout = asking({
        state: 'approved',
        mayDecide: false,
        decidedBy: 'user:default/sam',
        decidedAt: '2026-11-20T10:01:00.000Z',
        comment: 'Go on',
      });
      return server.rollout;
    });
    renderPage('/rollouts/r-1', {
      getRollout: async () => server.rollout,
      decideOnRollout,
    });
    const dialog = await openDialog();
    expect(dialog.getByText('2 placements begin:')).toBeInTheDocument();
    expect(dialog.getByText('prod-euw1')).toBeInTheDocument();
    expect(
      dialog.getByText('prod-use1: aws_db_instance.main'),
    ).toBeInTheDocument();
    expect(
      dialog.getByText(/^1 of them could not be planned/),
    ).toBeInTheDocument();
    await userEvent.type(dialog.getByLabelText(/^Comment/), 'Go on');
    await userEvent.click(dialog.getByRole('button', { name: 'Approve' }));
    expect(decideOnRollout).toHaveBeenCalledWith('r-1', {
      approvalId: 'a-1',
      decision: 'approved',
      comment: 'Go on',
    });
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    const section = within(
      await screen.findByRole('region', { name: 'Approvals' }),
    );
    expect(section.getByText(/^Approved by/)).toHaveTextContent(
      /^Approved by sam, .*2026/,
    );
    expect(section.getByText('“Go on”')).toBeInTheDocument();
  });

  it('wants to know why it is rejected', async () => {
    const decideOnRollout = jest.fn(async () => asking());
    renderPage('/rollouts/r-1', {
      getRollout: async () => asking(),
      decideOnRollout,
    });
    const dialog = await openDialog();
    await userEvent.click(dialog.getByRole('button', { name: 'Reject' }));
    expect(dialog.getByText('Say why you reject it.')).toBeInTheDocument();
    expect(decideOnRollout).not.toHaveBeenCalled();
    await userEvent.type(dialog.getByLabelText(/^Comment/), 'Too late');
    await userEvent.click(dialog.getByRole('button', { name: 'Reject' }));
    expect(decideOnRollout).toHaveBeenCalledWith('r-1', {
      approvalId: 'a-1',
      decision: 'rejected',
      comment: 'Too late',
    });
  });

  it('says why a decision was not taken, and keeps what was typed', async () => {
    renderPage('/rollouts/r-1', {
      getRollout: async () => asking(),
      decideOnRollout: async () => {
        throw new Error('sam has approved it already');
      },
    });
    const dialog = await openDialog();
    await userEvent.type(dialog.getByLabelText(/^Comment/), 'Go on');
    await userEvent.click(dialog.getByRole('button', { name: 'Approve' }));
    expect(
      await dialog.findByText('sam has approved it already'),
    ).toBeInTheDocument();
    expect(dialog.getByLabelText(/^Comment/)).toHaveValue('Go on');
    expect(dialog.getByRole('button', { name: 'Approve' })).toBeEnabled();
  });

  it('says who is asked to whom may not decide', async () => {
    renderPage('/rollouts/r-1', {
      getRollout: async () => asking({ mayDecide: false }),
    });
    expect(
      await screen.findByRole('button', { name: 'Decide: Begin prod' }),
    ).toBeDisabled();
    expect(screen.getByText(/^Members of/)).toHaveTextContent(
      'Members of team-platform may decide, but not who started the rollout.',
    );
  });

  it.each([
    [['aws_db_instance.main'], 'aws_db_instance.main'],
    [[], /^Which resources would be destroyed cannot be read/],
  ])('lists what would be lost: %j', async (resources, says) => {
    renderPage('/rollouts/r-1', {
      getRollout: async () =>
        rolloutOfTargets([
          targetOf('prod-use1', 'confirming', {
            waitsFor: 'destroy-approval',
            approval: approvalOf({
              kind: 'destroy',
              placement: 'prod-use1',
              resources,
            }),
          }),
        ]),
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Decide: prod-use1 loses resources that hold data',
      }),
    );
    expect(
      within(await screen.findByRole('dialog')).getByText(says),
    ).toBeInTheDocument();
  });
});
