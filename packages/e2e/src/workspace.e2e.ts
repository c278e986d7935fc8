import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { askBackend } from './backend';
import {
  keepScreenshot,
  launchBrowser,
  openAsGuest,
  portalUrl,
} from './portal';
import { startWaitingRun } from './waitingRun';

const NAME = 'inventory-qa-use1';
const PLACEMENT = {
  service: 'inventory',
  environment: 'qa',
  account: '100000000302',
  region: 'us-east-1',
  runtime: 'eks',
};

const session = {} as { browser: Browser; page: Page; id: string };

before(async () => {
  session.browser = await launchBrowser();
  session.page = await openAsGuest(session.browser);
  session.id = await workspaceId();
});

after(() => session.browser.close());

/** The inventory reads HCP Terraform some seconds after the portal has started. */
async function workspaceId(): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const { items } = await askBackend<{
      items: Array<{ id: string; name: string }>;
    }>('/soa-accounts/v1/workspaces?component=inventory');
    const found = items.find(({ name }) => name === NAME);
    if (found) {
      return found.id;
    }
    assert.ok(attempt < 30, `${NAME} is not in the inventory`);
    await session.page.waitForTimeout(1_000);
  }
}

async function open(page: Page): Promise<void> {
  await page.goto(
    `${portalUrl}/catalog/default/resource/${session.id}/workspace`,
  );
  await page.getByText('module.service.', { exact: false }).first().waitFor();
  await page.getByRole('row', { name: /^run-/ }).first().waitFor();
}

/** What axe has against a part of the page. */
async function violations(page: Page, part: string): Promise<string[]> {
  await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
      .forEach(animation => animation.finish()),
  );
  const { violations: found } = await new AxeBuilder({ page })
    .include(part)
    .analyze();
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  );
}

const newestRun = (page: Page) =>
  page.getByRole('row', { name: /^run-/ }).first();

test('a workspace is planned', async () => {
  const { page } = session;
  await open(page);
  await page.getByRole('button', { name: 'Plan', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('changes nothing').waitFor();
  await dialog.getByLabel('Why (optional)').fill('Looks for drift');
  assert.deepEqual(await violations(page, '[role=dialog]'), []);
  await keepScreenshot(page, 'workspace-plan');
  await dialog.getByRole('button', { name: 'Plan' }).click();
  await page.getByText(/^The run run-\w+ is started\.$/).waitFor();
  const run = newestRun(page);
  await run.getByText('Plan only').waitFor();
  await run.getByText(/^Looks for drift, triggered via/).waitFor();
  await run.getByText('Nothing to change').waitFor();
  await page.getByRole('button', { name: 'Show outputs' }).click();
  await page
    .getByText(/^arn:aws:/)
    .first()
    .waitFor();
});

test('what somebody has planned is applied once it is confirmed', async () => {
  const { page, id } = session;
  await startWaitingRun({
    workspaceId: id,
    key: 'qa-use1',
    placement: PLACEMENT,
  });
  await open(page);
  const run = newestRun(page);
  await run.getByText('By hand').waitFor();
  await run.getByText('Waits for confirmation').waitFor();
  await keepScreenshot(page, 'workspace-waiting');
  await run.getByRole('button', { name: /^Apply the run/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/^It adds 0, changes \d+ and destroys 0/).waitFor();
  assert.deepEqual(await violations(page, '[role=dialog]'), []);
  await keepScreenshot(page, 'workspace-apply');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await page.getByText(/^The run run-\w+ is being applied\.$/).waitFor();
  await run.getByText(/Applied$/).waitFor();
});

for (const theme of ['light', 'dark'] as const) {
  test(`everybody can read it, ${theme}`, async () => {
    const page = await openAsGuest(session.browser, { theme });
    await open(page);
    assert.deepEqual(await violations(page, 'main'), []);
    await keepScreenshot(page, `workspace-${theme}`);
    await page.context().close();
  });
}

test('who may not do it is told what to ask for', async () => {
  const page = await openAsGuest(session.browser, { language: 'ja' });
  await page.route(/\/v1\/workspaces\/[\w-]+\/runs$/, async route => {
    const answer = await route.fetch();
    const may = { plan: false, apply: false, destroy: false };
    await route.fulfill({ json: { ...(await answer.json()), may } });
  });
  await open(page);
  await page
    .getByText(/component:default\/inventory.*soa.workspace.plan/)
    .waitFor();
  assert.equal(await page.getByRole('button', { name: 'プラン' }).count(), 0);
  assert.deepEqual(await violations(page, 'main'), []);
  await keepScreenshot(page, 'workspace-not-permitted-ja');
  await page.context().close();
});
