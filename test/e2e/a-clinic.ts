import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Principal } from '../../schema/domain/permissions.ts';
import { blankBenefit, blankRules } from '../../schema/domain/plans/blank-rules.ts';
import type { PutPlanVersion } from '../../schema/forms/plans.ts';
import type { SubmitClaim } from '../../schema/forms/submit-claim.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Insurer, openInsurer, sendCommands, staffPassword } from '../support/insurer.ts';
import { type Product, startProduct } from '../support/product.ts';

const benefit = blankBenefit;

/** Out-patient with a tenth to pay, a small limit for laboratory, imaging only with permission, no dressings. */
const plan: PutPlanVersion = {
  code: 'GOLD',
  name: 'Gold',
  scheme: 'private',
  from: '2020-01-01',
  rules: {
    ...blankRules,
    overall: { person: 200_000_000, family: null },
    benefits: [
      {
        ...benefit('OPD', 'Out-patient care', 'outpatient'),
        groups: ['consultation'],
        limits: { visit: null, period: 20_000_000, lifetime: null, sharedBy: 'family' },
        coPay: { flat: null, percent: 10, cap: null },
        count: { of: 'visits', most: 12 },
      },
      {
        ...benefit('LAB', 'Laboratory', 'laboratory'),
        groups: ['laboratory'],
        limits: { visit: null, period: 700_000, lifetime: null, sharedBy: 'person' },
      },
      { ...benefit('DRUGS', 'Drugs', 'drugs'), groups: ['drug'] },
      {
        ...benefit('IMG', 'Imaging', 'imaging'),
        groups: ['imaging'],
        authorization: { need: 'always', above: null },
      },
    ],
  },
};

/** The product with one insurer, its plan and one clinic, and browsers before it. */
export class Clinic {
  readonly product: Product;
  readonly insurer: Insurer;
  readonly #browser: Browser;
  /** What any page has thrown. */
  readonly faults: string[] = [];
  #sent = 0;

  private constructor(product: Product, insurer: Insurer, browser: Browser) {
    this.product = product;
    this.insurer = insurer;
    this.#browser = browser;
  }

  static async open(): Promise<Clinic> {
    const [product, browser] = await Promise.all([startProduct({}), launchBrowser()]);
    const insurer = await openInsurer(product, { enrollees: 6, plan });
    const clinic = new Clinic(product, insurer, browser);
    const from = '2020-01-01';
    const prices = [
      { service: 'CON-001', from, price: 400_000 },
      { service: 'LAB-001', from, price: 500_001 },
    ];
    await sendCommands(product, insurer.tenant, [
      { id: 'prices', command: { type: 'PutPrices', input: { tariff: insurer.facilityId, prices } } },
    ]);
    return clinic;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.product.stop();
  }

  /** Signs somebody in, in a browser of their own. */
  async as({ id }: Principal, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({
      baseURL: this.product.origin,
      viewport: { width: 1366, height: 768 },
      ...options,
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.faults.push(`${page.url()}: ${error.message}`));
    await page.goto('/sign-in');
    await page.fill('[name=email]', `${id}@insurer.example`);
    await page.fill('[name=password]', staffPassword);
    await Promise.all([
      page.waitForURL((url) => url.pathname !== '/sign-in'),
      page.click('main form button'),
    ]);
    return page;
  }

  /** Files a claim of so many lines for the next enrollee; gives its number. */
  async file(lines: number): Promise<string> {
    return this.#file(this.insurer.filing(lines));
  }

  /** Two claims of two days for one person, whose second takes what the first would have had of the laboratory limit. */
  async fileTwiceForOne(): Promise<[string, string]> {
    const one = this.insurer.filing(2);
    const day_ms = 86_400_000;
    const other = { ...one, startedAt: new Date(Date.parse(one.startedAt) - 9 * day_ms).toISOString() };
    return [await this.#file(one), await this.#file(other)];
  }

  async #file(claim: SubmitClaim): Promise<string> {
    this.#sent += 1;
    const [answer] = await sendCommands(this.product, this.insurer.tenant, [
      {
        id: `file-${this.#sent}`,
        principal: this.insurer.clerk,
        command: {
          type: 'SubmitClaim',
          input: { ...claim, facilityExternalId: undefined },
        },
      },
    ]);
    if (!answer || answer.refused) throw new Error(JSON.stringify(answer));
    return answer.outcome.number ?? '';
  }
}
