import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import {
  keepScreenshot,
  launchBrowser,
  openAsGuest,
  portalUrl,
} from './portal';
import { breakCluster } from './sandbox';

let browser: Browser;
let page: Page;

before(async () => {
  browser = await launchBrowser();
  page = await openAsGuest(browser);
});

after(() => browser.close());

/** A sentence that must appear, and be seen. */
const appears = (text: string | RegExp, timeout = 60_000) =>
  page.getByText(text).first().waitFor({ timeout });

test('a service is created from a form', async () => {
  await page.goto(`${portalUrl}/create/templates/default/ecs-fargate-service`);
  await page.getByLabel(/^Name/).fill('orders');
  await page.getByLabel(/^Description/).fill('Takes "orders" ${x} %{y}');
  // The guest has one group, which is chosen as soon as it is known.
  await page.locator('input[value="Shop"]').waitFor();
  await page.getByRole('button', { name: 'Next' }).click();

  await page.getByText('us-east-1').first().waitFor();
  await page.getByRole('checkbox', { name: 'prod us-east-1' }).check({
    force: true,
  });
  await page.getByRole('checkbox', { name: 'prod eu-west-1' }).check({
    force: true,
  });
  await appears('workspace acme/orders-prod-euw1');
  await keepScreenshot(page, 'create-placements');
  await page.getByRole('button', { name: 'Next' }).click();

  await page.getByLabel(/^Image/).waitFor();
  await page.getByRole('button', { name: 'Review' }).click();
  await keepScreenshot(page, 'create-review');
  await page.getByRole('button', { name: 'Create' }).click();

  await page
    .getByRole('link', { name: 'Watch the rollout' })
    .waitFor({ timeout: 120_000 });
  for (const progress of [
    'Find the placements',
    'Write the Terraform',
    'Publish the repository (simulated)',
    'Register the component',
    'Make sure of the workspaces',
    'Start the rollout',
    'acme/orders-prod-euw1: created',
    'The rollout has begun: /soa-delivery/rollouts/',
  ]) {
    await appears(progress);
  }
  await keepScreenshot(page, 'create-task');
});

test('its rollout reaches applied', async () => {
  await page.getByRole('link', { name: 'Watch the rollout' }).click();
  await appears('All 2 placements are applied.', 120_000);
  await keepScreenshot(page, 'rollout');
});

test('the catalog shows where it runs', async () => {
  await page.goto(`${portalUrl}/catalog/default/component/orders`);
  await appears('Where it runs');
  for (const workspace of ['orders-prod-use1', 'orders-prod-euw1']) {
    await page.getByRole('link', { name: workspace }).first().waitFor();
  }
  await keepScreenshot(page, 'where-it-runs');
  await page.goto(`${portalUrl}/soa-accounts`);
  await page.getByRole('rowheader', { name: 'orders', exact: true }).waitFor();
  await keepScreenshot(page, 'matrix');
});

test('the audit tab shows what the pipeline did', async () => {
  await page.goto(
    `${portalUrl}/catalog/default/component/orders/soa-audit?actorKind=pipeline`,
  );
  await appears('Pipeline: acme/orders-prod-use1');
  await page
    .getByRole('link', { name: /^run-/ })
    .first()
    .waitFor({ timeout: 90_000 });
  await page.getByRole('button', { name: 'CreateService' }).first().click();
  await appears(/called CreateService of ecs/);
  await page.getByRole('region', { name: 'CloudTrail record' }).waitFor();
  await keepScreenshot(page, 'audit-event');
  await page.keyboard.press('Escape');
});

test('every service on a cluster shows who broke it', async () => {
  await breakCluster();
  for (const service of ['orders', 'checkout', 'cart', 'pricing', 'ledger']) {
    await page.goto(
      `${portalUrl}/catalog/default/component/${service}/soa-audit?outOfBand=true`,
    );
    const row = page.getByRole('row').filter({ hasText: 'DeleteCluster' });
    await row.first().waitFor({ timeout: 90_000 });
    const told = await row.first().innerText();
    assert.match(told, /Person: dana@acme\.example/);
    assert.match(told, /Out-of-band change/);
  }
  await page.goto(`${portalUrl}/catalog/default/component/checkout/soa-audit`);
  await appears('DeleteCluster');
  await keepScreenshot(page, 'audit');
});

test('a service that is not on the cluster is left out', async () => {
  await page.goto(
    `${portalUrl}/catalog/default/component/storefront/soa-audit?outOfBand=true`,
  );
  await page
    .getByRole('button', { name: 'TagResources' })
    .or(page.getByText('Nothing happened'))
    .first()
    .waitFor();
  assert.equal(await page.getByText('DeleteCluster').count(), 0);
});
