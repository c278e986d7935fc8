import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import {
  keepScreenshot,
  launchBrowser,
  openAsGuest,
  portalUrl,
} from './portal';
import { createTask } from './createTask';
import { breakCluster, servicesOnCluster } from './sandbox';
import { taskProgress } from './taskProgress';

let browser: Browser;
let page: Page;

/** In the same account as `orders`, and on the cluster of another Region. */
const ELSEWHERE = 'elsewhere';

/** Of each step, what a person has to be able to read. */
const PROGRESS: Record<string, RegExp> = {
  'Find the placements':
    /prod: eu-west-1 in runtime-ecs-prod \(\d{12}\), workspace acme\/orders-prod-euw1/,
  'Find the services that it calls': /Finished step/,
  'Write the repository': /Processing \d+ template files\/directories/,
  'Write the Terraform': /Wrote \d+ files for 2 placements to infra\//,
  'See whether it is there already':
    /component:default\/orders is not there yet/,
  'Publish the repository (simulated)': /Published commit [0-9a-f]{40} at http/,
  'Register the component': /Registered http.*catalog-info\.yaml/,
  'Make sure of the HCP Terraform project':
    /The project team-shop is there: nothing to change/,
  'Make sure of the deploy access': /acme\/orders-prod-euw1: has deploy access/,
  'Make sure of the workspaces': /acme\/orders-prod-euw1: created/,
  'Start the rollout': /The rollout has begun: \/soa-delivery\/rollouts\//,
};

/** Where the runs of the rollout are. */
let runUrls: string[] = [];

before(async () => {
  browser = await launchBrowser();
  page = await openAsGuest(browser);
});

after(() => browser.close());

/** A sentence that must appear, and be seen. */
const appears = (text: string | RegExp, timeout = 60_000) =>
  page.getByText(text).first().waitFor({ timeout });

test('a service is created from a form', async () => {
  await createTask({
    name: ELSEWHERE,
    stages: [{ environment: 'prod', regions: ['eu-west-1'] }],
  });
  await page.getByRole('link', { name: 'Create' }).first().click();
  const choose = page.getByRole('button', { name: 'Choose' });
  await page
    .locator('div', { hasText: 'ECS Fargate service', has: choose })
    .last()
    .getByRole('button', { name: 'Choose' })
    .click();
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
  await page.getByRole('button', { name: 'Next' }).click();

  await appears('Load balancer');
  await page.getByRole('button', { name: 'Next' }).click();

  await appears('2 workspaces will be made');
  await appears('Tasks: 2 in each placement, 4 in all.');
  await keepScreenshot(page, 'create-costs');
  await page.getByRole('button', { name: 'Review' }).click();
  await keepScreenshot(page, 'create-review');
  await page.getByRole('button', { name: 'Create' }).click();

  await page
    .getByRole('link', { name: 'Watch the rollout' })
    .waitFor({ timeout: 120_000 });
  for (const step of Object.keys(PROGRESS)) {
    await appears(step);
  }
  // The log shows its newest lines, and more to who scrolls.
  await appears('The rollout has begun: /soa-delivery/rollouts/');
  await keepScreenshot(page, 'create-task');
  const task = new URL(page.url()).pathname.split('/').pop()!;
  for (const { name, lines } of await taskProgress(task)) {
    assert.ok(PROGRESS[name], `nothing is expected of the step "${name}"`);
    assert.match(lines.join('\n'), PROGRESS[name], name);
  }
});

test('its rollout reaches applied', async () => {
  await page.getByRole('link', { name: 'Watch the rollout' }).click();
  await appears('All 2 placements are applied.', 120_000);
  await keepScreenshot(page, 'rollout');
  const runs = page.getByRole('link', { name: /^applied/ });
  runUrls = await runs.evaluateAll(links =>
    links.map(link => (link as HTMLAnchorElement).href),
  );
  assert.equal(runUrls.length, 2);
  assert.match(runUrls[0], /\/runs\/run-\w+$/);
});

test('the catalog shows where it runs', async () => {
  await page.goto(`${portalUrl}/catalog/default/component/orders`);
  await appears('Where it runs');
  for (const workspace of ['orders-prod-use1', 'orders-prod-euw1']) {
    await page.getByRole('link', { name: workspace }).first().waitFor();
  }
  await keepScreenshot(page, 'where-it-runs');
  await page.goto(`${portalUrl}/soa-accounts`);
  await page.getByRole('rowheader', { name: /^orders \d/ }).waitFor();
  await keepScreenshot(page, 'matrix');
});

test('the audit tab shows what the pipeline did', async () => {
  await page.goto(
    `${portalUrl}/catalog/default/component/orders/soa-audit?actorKind=pipeline`,
  );
  // The run that made its deploy roles is there, too, and may be there first.
  const run = page
    .getByRole('row')
    .filter({ hasText: 'Pipeline: acme/orders-prod-use1' })
    .getByRole('link', { name: /^run-/ })
    .first();
  await run.waitFor({ timeout: 90_000 });
  const href = (await run.getAttribute('href'))!;
  assert.ok(runUrls.includes(href), `${href} is none of ${runUrls.join()}`);
  const [id] = (await run.innerText()).match(/run-\w+/)!;
  assert.equal(href.split('/').pop(), id);
  await page.getByRole('button', { name: 'CreateService' }).first().click();
  await appears(/called CreateService of ecs/);
  await page.getByRole('region', { name: 'CloudTrail record' }).waitFor();
  await keepScreenshot(page, 'audit-event');
  await page.keyboard.press('Escape');
});

test('every service on a cluster shows who broke it', async () => {
  const services = await servicesOnCluster();
  for (const service of ['orders', 'checkout', 'cart', 'pricing', 'ledger']) {
    assert.ok(services.includes(service), `${service} is not on the cluster`);
  }
  await breakCluster();
  for (const service of services) {
    await page.goto(
      `${portalUrl}/catalog/default/component/${service}/soa-audit?outOfBand=true`,
    );
    const row = page.getByRole('row').filter({ hasText: 'DeleteCluster' });
    await row.first().waitFor({ timeout: 90_000 });
    const told = await row.first().innerText();
    assert.match(told, /Person: dana@acme\.example/, service);
    assert.match(told, /Out-of-band change/, service);
  }
  await page.goto(`${portalUrl}/catalog/default/component/checkout/soa-audit`);
  await appears('DeleteCluster');
  await keepScreenshot(page, 'audit');
});

test('a service on another cluster of the account is left out', async () => {
  const audit = `${portalUrl}/catalog/default/component/${ELSEWHERE}/soa-audit`;
  await page.goto(audit);
  // What its own run did is there, so that what is missing is left out.
  await page
    .getByRole('button', { name: 'CreateService' })
    .first()
    .waitFor({ timeout: 90_000 });
  assert.equal(await page.getByText('DeleteCluster').count(), 0);
  await page.goto(`${audit}?outOfBand=true`);
  await appears('No event found');
  assert.equal(await page.getByText('DeleteCluster').count(), 0);
});
