import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import {
  keepScreenshot,
  launchBrowser,
  openAsGuest,
  portalUrl,
} from './portal';

const session = {} as { browser: Browser };

before(async () => {
  session.browser = await launchBrowser();
});

after(() => session.browser.close());

/** Has the guest belong to the platform team, who is let make anything anywhere. */
async function asPlatformTeam(page: Page): Promise<void> {
  await page.route('**/api/auth/guest/refresh*', async route => {
    const answer = await route.fetch();
    const body = await answer.json();
    body.backstageIdentity.identity.ownershipEntityRefs.push(
      'group:default/team-platform',
    );
    await route.fulfill({ response: answer, json: body });
  });
  await page.route('**/v1/placements/resolve', route =>
    route.fulfill({ json: { placements: [], problems: [] } }),
  );
}

/** Of each page, something of ours that shows that it is there. */
const FORMS = [
  {
    template: 'ecs-fargate-service',
    open: async () => {},
    values: {
      name: 'legible',
      owner: 'group:default/team-shop',
      description: 'Can be read',
      stages: [{ environment: 'prod', regions: ['us-east-1'] }],
    },
    pages: [
      /^Name/,
      'workspace acme/legible-prod-use1',
      'CPU units of a task',
      'Load balancer',
      'These choices cost money',
    ],
  },
  {
    template: 'account-baseline',
    open: asPlatformTeam,
    values: {
      name: 'legible-baseline',
      owner: 'group:default/team-platform',
      description: 'Can be read',
      stages: [
        { environment: 'prod', regions: ['global'], account: '100000000021' },
      ],
    },
    pages: [
      'Platform',
      'network (100000000021)',
      'Allowed Regions',
      'These choices cost money',
    ],
  },
];

/** What is wrong with the form badly enough to keep somebody from using it. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include('form')
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
    );
}

for (const { template, open, values, pages } of FORMS) {
  test(
    `everybody can fill in the form of ${template}`,
    { timeout: 240_000 },
    async () => {
      const page = await openAsGuest(session.browser);
      await open(page);
      await page.goto(
        `${portalUrl}/create/templates/default/${template}?formData=${encodeURIComponent(
          JSON.stringify(values),
        )}`,
      );
      for (const [index, shows] of pages.entries()) {
        await page
          .locator('form')
          .getByText(shows)
          .filter({ visible: true })
          .first()
          .waitFor({ timeout: 60_000 });
        await keepScreenshot(page, `form-${template}-${index + 1}`);
        assert.deepEqual(await barriers(page), [], `page ${index + 1}`);
        await page.getByRole('button', { name: /^(Next|Review)$/ }).click();
      }
      await page.getByRole('button', { name: 'Create' }).waitFor();
      await page.context().close();
    },
  );
}
