import { screen, within } from '@testing-library/react';
import { renderPage } from '../../__testUtils__/renderPage';
import { rolloutOf } from '../../__testUtils__/rolloutOf';

const at = (second: number) => `2026-11-20T10:00:0${second}.000Z`;

const history = async () =>
  within(await screen.findByRole('region', { name: 'History' }));

describe('HistorySection', () => {
  it('tells what has happened, the newest first', async () => {
    renderPage('/rollouts/r-1', {
      getRollout: async () =>
        rolloutOf({
          events: [
            { at: at(1), kind: 'started', actor: 'user:default/dana' },
            {
              at: at(2),
              kind: 'stage-approved',
              environment: 'prod',
              actor: 'user:default/sam',
              comment: 'Go on',
            },
            {
              at: at(3),
              kind: 'wave-failed',
              environment: 'prod',
              wave: 2,
              comment: 'One run errored.',
            },
            {
              at: at(4),
              kind: 'destroy-rejected',
              placement: 'prod-use1',
              actor: 'user:default/sam',
            },
          ],
        }),
    });
    const items = (await history()).getAllByRole('listitem');
    const says = [
      /^Loss of data of prod-use1 rejected by sam .*2026/,
      /^prod, wave 2: failed .*2026.*One run errored\.$/,
      /^prod approved by sam .*2026.*“Go on”$/,
      /^Started by dana .*2026/,
    ];
    expect(items).toHaveLength(says.length);
    says.forEach((of, index) => expect(items[index]).toHaveTextContent(of));
  });

  it('says that nothing has happened yet', async () => {
    renderPage('/rollouts/r-1', { getRollout: async () => rolloutOf() });
    expect(
      (await history()).getByText('Nothing has happened yet.'),
    ).toBeInTheDocument();
  });
});
