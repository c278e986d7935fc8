import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWorkspace } from '../__testUtils__/renderWorkspace';
import { workspaceOf } from '../__testUtils__/workspaceRunOf';

describe('EntityWorkspace', () => {
  it('says what the workspace is and holds', async () => {
    renderWorkspace({
      getWorkspace: async () => workspaceOf({ drifted: true }),
    });
    expect(
      await screen.findByRole('link', { name: /^orders-dev-use1/ }),
    ).toHaveAttribute('href', 'https://tfc.example/orders-dev-use1');
    expect(screen.getByRole('link', { name: 'orders' })).toHaveAttribute(
      'href',
      '/catalog/default/component/orders',
    );
    expect(screen.getByRole('link', { name: '012345678901' })).toBeVisible();
    expect(screen.getByText('team-shop')).toBeInTheDocument();
    expect(screen.getByText('Drifted')).toBeInTheDocument();
  });

  it.each([
    [false, 'As configured'],
    [undefined, /^Not known: health assessments are off/],
  ])('says what is known of drift: %s', async (drifted, words) => {
    renderWorkspace({ getWorkspace: async () => workspaceOf({ drifted }) });
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('says what is missing where no workspace is named', async () => {
    const getWorkspace = jest.fn();
    renderWorkspace(
      { getWorkspace },
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: { name: 'x' },
      },
    );
    expect(
      await screen.findByText(/no annotation app.terraform.io\/workspace-id/),
    ).toBeInTheDocument();
    expect(getWorkspace).not.toHaveBeenCalled();
  });

  it('says why it could not be loaded', async () => {
    renderWorkspace({
      getWorkspace: async () => {
        throw new Error('There is no workspace "ws-1"');
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no workspace "ws-1"',
    );
  });

  it('reads outputs once somebody wants them, and keeps what is sensitive', async () => {
    const listOutputs = jest.fn(async () => [
      { name: 'arn', sensitive: false, value: 'arn:aws:x' },
      { name: 'ports', sensitive: false, value: [80, 443] },
      { name: 'password', sensitive: true },
    ]);
    renderWorkspace({ listOutputs });
    const show = await screen.findByRole('button', { name: 'Show outputs' });
    expect(screen.getByText(/recorded in the audit log/)).toBeInTheDocument();
    expect(listOutputs).not.toHaveBeenCalled();
    await userEvent.click(show);
    const rows = await screen.findAllByRole('row');
    expect(rows.map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining([
        'arnarn:aws:x',
        'ports[80,443]',
        'passwordSensitive: not kept here',
      ]),
    );
    expect(listOutputs).toHaveBeenCalledTimes(1);
  });

  it('shows resources page by page', async () => {
    const listResources = jest.fn(async (_id: string, cursor?: string) => ({
      items: [{ address: cursor ? 'aws_sqs_queue.b' : 'aws_sqs_queue.a' }],
      ...(!cursor && { nextCursor: '2' }),
    }));
    renderWorkspace({ listResources });
    expect(await screen.findByText('aws_sqs_queue.a')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('aws_sqs_queue.b')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Next page' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'First page' }));
    expect(await screen.findByText('aws_sqs_queue.a')).toBeInTheDocument();
  });

  it('shows the rest where one part cannot be loaded', async () => {
    renderWorkspace({
      listResources: async () => {
        throw new Error("the portal's token may not read its state");
      },
    });
    const alert = await screen.findByRole('alert');
    expect(
      await within(alert).findByText(/may not read its state/),
    ).toBeInTheDocument();
    expect(await screen.findByText('Commit 1a2b')).toBeInTheDocument();
  });
});
