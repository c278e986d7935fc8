import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  WorkspaceRunItem,
  WorkspaceRuns,
} from '@backstage-soa/plugin-soa-common';
import type { SoaAccountsApi } from '@backstage-soa/plugin-soa-react';
import { renderWorkspace } from '../../__testUtils__/renderWorkspace';
import {
  waitingRunOf,
  workspaceRunOf,
  workspaceRunsOf,
} from '../../__testUtils__/workspaceRunOf';

/** The page with some runs, each of which is found as it is in the list. */
function renderRuns(
  items: WorkspaceRunItem[],
  change: Partial<WorkspaceRuns> = {},
  api: Partial<SoaAccountsApi> = {},
) {
  return renderWorkspace({
    listRuns: async () => workspaceRunsOf(items, change),
    getRun: async id => items.find(run => run.id === id)!,
    ...api,
  });
}

const press = async (name: string) => {
  await userEvent.click(await screen.findByRole('button', { name }));
  return within(await screen.findByRole('dialog'));
};

const MAY_NOTHING = { plan: false, apply: false, destroy: false };

describe('RunsSection', () => {
  it('shows runs with what they are, when, by whom, and what of', async () => {
    renderRuns([
      waitingRunOf({ rolloutId: '1a2b3c4d-5e6f', message: 'Of a rollout' }),
      workspaceRunOf({
        id: 'run-0',
        status: 'planned_and_finished',
        planOnly: true,
        startedBy: 'user:default/jo',
      }),
    ]);
    const rows = await screen.findAllByRole('row', { name: /^run-/ });
    expect(within(rows[0]).getByText('Waits for confirmation')).toBeVisible();
    expect(rows[0]).toHaveTextContent('of rollout 1a2b3c4d');
    expect(within(rows[1]).getByText('Planned')).toBeVisible();
    expect(within(rows[1]).getByText('Plan only')).toBeVisible();
    expect(within(rows[1]).getByRole('link', { name: 'jo' })).toBeVisible();
    expect(
      within(rows[1]).getByRole('link', { name: /^run-0/ }),
    ).toHaveAttribute('href', 'https://tfc.example/run-1');
  });

  it('says that nothing has run', async () => {
    renderRuns([]);
    expect(await screen.findByText('No run yet')).toBeInTheDocument();
  });

  it('says that it is not up to date', async () => {
    renderRuns([workspaceRunOf()], { isOld: true });
    expect(await screen.findByText(/gives no newer list now/)).toBeVisible();
  });

  it('has no button for what one may not do, and says how to get it', async () => {
    renderRuns([waitingRunOf()], { may: MAY_NOTHING });
    expect(
      await screen.findByText(
        'To plan, ask for the permission soa.workspace.plan on component:default/orders.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText(/soa.workspace.apply/)).toBeInTheDocument();
    for (const name of ['Plan', 'Apply', /^Discard/, /^Apply the run/]) {
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
    }
  });

  it.each([
    ['plan', 'Plan', 'Plan', /changes nothing/],
    ['apply', 'Apply', 'Start run', /nothing is applied before/],
  ] as const)(
    'says what a run is for, and starts it: %s',
    async (type, button, confirm, means) => {
      const started = workspaceRunOf({ id: 'run-9', state: 'planning' });
      const startRun = jest.fn(async () => started);
      renderRuns(
        [workspaceRunOf()],
        {},
        { startRun, getRun: async () => started },
      );
      const dialog = await press(button);
      expect(dialog.getByText(means)).toBeInTheDocument();
      await userEvent.type(dialog.getByLabelText(/^Why/), ' Drift ');
      await userEvent.click(dialog.getByRole('button', { name: confirm }));
      expect(startRun).toHaveBeenCalledWith('ws-1', { type, message: 'Drift' });
      expect(
        await screen.findByText('The run run-9 is started.'),
      ).toBeInTheDocument();
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
      const [newest] = screen.getAllByRole('row', { name: /^run-/ });
      expect(newest).toHaveTextContent('run-9');
      expect(newest).toHaveTextContent('Planning');
    },
  );

  it('warns of a rollout that may be under way', async () => {
    renderRuns([
      workspaceRunOf({ id: 'run-2', planOnly: true, rolloutId: '1a2b3c4d-5e' }),
      workspaceRunOf(),
    ]);
    const dialog = await press('Plan');
    expect(
      dialog.getByText(/The rollout 1a2b3c4d has runs here/),
    ).toBeInTheDocument();
  });

  it('says in place why nothing was started', async () => {
    renderRuns(
      [workspaceRunOf()],
      {},
      {
        startRun: async () => {
          throw new Error('The run run-2 is under way');
        },
      },
    );
    const dialog = await press('Apply');
    await userEvent.click(dialog.getByRole('button', { name: 'Start run' }));
    expect(
      await dialog.findByText('The run run-2 is under way'),
    ).toBeInTheDocument();
  });

  it('says what a run does before it is applied', async () => {
    const actOnRun = jest.fn(async () =>
      waitingRunOf({ state: 'applying', actions: [] }),
    );
    renderRuns([waitingRunOf()], {}, { actOnRun });
    const dialog = await press('Apply the run run-2');
    expect(
      await dialog.findByText('It adds 3, changes 1 and destroys 2 resources.'),
    ).toBeInTheDocument();
    expect(dialog.queryByRole('textbox')).not.toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: 'Apply' }));
    expect(actOnRun).toHaveBeenCalledWith('run-2', 'apply');
    expect(
      await screen.findByText('The run run-2 is being applied.'),
    ).toBeInTheDocument();
  });

  it('applies nothing whose plan is not known', async () => {
    renderRuns(
      [waitingRunOf()],
      {},
      {
        getRun: async () => {
          throw new Error('HCP Terraform is not available');
        },
      },
    );
    const dialog = await press('Apply the run run-2');
    expect(
      await dialog.findByText('HCP Terraform is not available'),
    ).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: 'Apply' })).toBeDisabled();
  });

  it('has the name typed in production', async () => {
    renderRuns([waitingRunOf()], { isProduction: true });
    const dialog = await press('Apply the run run-2');
    await dialog.findByText(/^It adds 3/);
    const apply = dialog.getByRole('button', { name: 'Apply' });
    const field = dialog.getByLabelText(/type orders-dev-use1 to confirm/);
    expect(apply).toBeDisabled();
    await userEvent.type(field, 'orders-dev-use');
    expect(apply).toBeDisabled();
    await userEvent.type(field, '1');
    expect(apply).toBeEnabled();
  });

  it('leaves to a rollout when its run applies, and lets it be ended', async () => {
    const actOnRun = jest.fn(async () => waitingRunOf({ state: 'canceled' }));
    renderRuns([waitingRunOf({ rolloutId: '1a2b3c4d-5e' })], {}, { actOnRun });
    const dialog = await press('Discard the run run-2');
    expect(
      screen.queryByRole('button', {
        name: 'Apply the run run-2',
        hidden: true,
      }),
    ).not.toBeInTheDocument();
    expect(dialog.getByText(/^It is of the rollout/)).toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: 'Discard' }));
    expect(actOnRun).toHaveBeenCalledWith('run-2', 'discard');
  });

  it('needs the permission to destroy to apply what destroys', async () => {
    renderRuns([waitingRunOf({ isDestroy: true })], {
      may: { plan: true, apply: true, destroy: false },
    });
    expect(
      await screen.findByRole('button', { name: 'Discard the run run-2' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Apply the run run-2' }),
    ).not.toBeInTheDocument();
  });

  it('follows what goes on, and stops at its end, without another list', async () => {
    const planning = workspaceRunOf({ id: 'run-2', state: 'planning' });
    const listRuns = jest.fn(async () => workspaceRunsOf([planning]));
    const getRun = jest
      .fn()
      .mockResolvedValue(workspaceRunOf({ id: 'run-2', state: 'failed' }));
    renderRuns([], {}, { listRuns, getRun });
    expect(await screen.findByText('Failed')).toBeInTheDocument();
    await waitFor(() => expect(getRun).toHaveBeenCalledTimes(1));
    expect(listRuns).toHaveBeenCalledTimes(1);
  });
});
