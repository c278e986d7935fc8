import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../../__testUtils__/renderPage';
import {
  rolloutOf,
  rolloutOfTargets,
  stageOf,
  targetOf,
  waveOf,
} from '../../__testUtils__/rolloutOf';

const ended = { endedAt: '2026-11-20T10:02:00.000Z' };

const run = (
  id: string,
  status: string,
  purpose: 'plan' | 'apply' = 'apply',
) => ({ id, status, purpose, url: `https://tfc.example/${id}` });

const workspaces = async () => {
  await screen.findAllByText(/^acme\//);
  return screen
    .getAllByText(/^acme\//)
    .map(of => of.textContent!.replace(/^acme\/orders-(\S+).*/, '$1'));
};

describe('TargetsSection', () => {
  it('has what somebody must look at first', async () => {
    renderPage('/rollouts/r-1', {
      getRollout: async () =>
        rolloutOfTargets(
          [
            targetOf('done', 'applied'),
            targetOf('later', 'waiting'),
            targetOf('live', 'applying'),
            targetOf('asks', 'applying', { waitsFor: 'decision' }),
            targetOf('broken', 'failed'),
          ],
          ended,
        ),
    });
    expect(await workspaces()).toEqual([
      'broken',
      'asks',
      'live',
      'later',
      'done',
    ]);
  });

  it('keeps the filters in the URL', async () => {
    renderPage('/rollouts/r-1?wave=prod.2&group=failed', {
      getRollout: async () =>
        rolloutOf({
          ...ended,
          stages: [
            stageOf([
              waveOf([targetOf('a', 'failed')]),
              waveOf([targetOf('b', 'failed'), targetOf('c', 'applied')]),
            ]),
          ],
        }),
    });
    expect(await workspaces()).toEqual(['b']);
    await userEvent.click(screen.getByRole('button', { name: /State/ }));
    await userEvent.click(screen.getByRole('option', { name: 'Done (1)' }));
    expect(await workspaces()).toEqual(['c']);
  });

  it('says that nothing matches', async () => {
    renderPage('/rollouts/r-1?group=failed', {
      getRollout: async () =>
        rolloutOfTargets(
          [targetOf('a', 'applied'), targetOf('b', 'applied')],
          ended,
        ),
    });
    expect(await screen.findByText('No placement matches')).toBeInTheDocument();
  });

  it('shows many page by page', async () => {
    renderPage('/rollouts/r-1', {
      getRollout: async () =>
        rolloutOfTargets(
          Array.from({ length: 60 }, (_, index) =>
            targetOf(`n${index}`, 'waiting'),
          ),
          ended,
        ),
    });
    expect(await workspaces()).toHaveLength(25);
    expect(screen.getByText('1 – 25 of 60')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /next/i }));
    expect((await workspaces())[0]).toBe('n25');
  });

  it('links past runs, and says what is lost or could not be planned', async () => {
    renderPage('/rollouts/r-1', {
      getRollout: async () =>
        rolloutOfTargets(
          [
            targetOf('a', 'applied', {
              run: run('run-2', 'applied'),
              pastRuns: [run('run-1', 'planned_and_finished', 'plan')],
              plan: {
                add: 0,
                change: 0,
                destroy: 1,
                import: 0,
                statefulDestroys: ['aws_db_instance.main'],
              },
              planError: 'The workspace was not there.',
              undoPlan: { add: 3, change: 0, destroy: 0, import: 0 },
            }),
          ],
          ended,
        ),
    });
    const past = await screen.findByRole('link', {
      name: /^planned and finished/,
    });
    expect(past).toHaveAttribute('href', 'https://tfc.example/run-1');
    const cells = within(past.closest('tr')!);
    expect(
      cells.getByText('Destroys 1 resource that holds data'),
    ).toBeInTheDocument();
    expect(
      cells.getByText('Not planned: The workspace was not there.'),
    ).toBeInTheDocument();
    expect(cells.getByText('To take it back:')).toBeInTheDocument();
    expect(
      cells.getByText('3 to add, 0 to change, 0 to destroy'),
    ).toBeInTheDocument();
  });
});
