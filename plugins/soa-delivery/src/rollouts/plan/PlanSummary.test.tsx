import { screen, within } from '@testing-library/react';
import { renderPage } from '../../__testUtils__/renderPage';
import { rolloutOfTargets, targetOf } from '../../__testUtils__/rolloutOf';

const plan = (
  add: number,
  change: number,
  destroy: number,
  statefulDestroys?: string[],
) => ({ add, change, destroy, import: 0, statefulDestroys });

describe('PlanSummary', () => {
  it('adds up all plans, and says what is lost and what is not known', async () => {
    renderPage('/rollouts/r-1', {
      getRollout: async () =>
        rolloutOfTargets([
          targetOf('a', 'rolled-back', {
            plan: plan(7, 1, 0),
            undoPlan: plan(0, 1, 7),
          }),
          targetOf('b', 'waiting', { plan: plan(0, 0, 0) }),
          targetOf('c', 'waiting', {
            plan: plan(1, 0, 2, ['aws_s3_bucket.data']),
          }),
          targetOf('d', 'waiting', { planError: 'It has no workspace yet.' }),
        ]),
    });
    const section = within(
      await screen.findByRole('region', { name: 'What will change' }),
    );
    for (const says of ['8 to add', '1 to change', '2 to destroy']) {
      expect(
        section.getByText((_, element) => element?.textContent === says),
      ).toBeInTheDocument();
    }
    expect(
      section.getByText(
        'Of 3 placements that are planned. In 1 of them nothing changes.',
      ),
    ).toBeInTheDocument();
    expect(section.getByText('c: aws_s3_bucket.data')).toBeInTheDocument();
    expect(
      section.getByText('d: It has no workspace yet.'),
    ).toBeInTheDocument();
  });

  it('says that nothing is applied before all are planned', async () => {
    renderPage('/rollouts/r-1', {
      getRollout: async () =>
        rolloutOfTargets(
          [
            targetOf('a', 'waiting', { plan: plan(7, 1, 0) }),
            targetOf('b', 'planning'),
          ],
          { planned: false },
        ),
    });
    expect(
      await screen.findByText(
        '1 of 2 placements are planned. Nothing is applied before all are.',
      ),
    ).toBeInTheDocument();
  });

  it('is not there where nothing was planned', async () => {
    renderPage('/rollouts/r-1', {
      getRollout: async () =>
        rolloutOfTargets([targetOf('a', 'canceled')], {
          planned: false,
          state: 'canceled',
          endedAt: '2026-11-20T10:02:00.000Z',
        }),
    });
    await screen.findByRole('heading', { name: 'Rollout of orders' });
    expect(screen.queryByText(/What w/)).not.toBeInTheDocument();
  });
});
