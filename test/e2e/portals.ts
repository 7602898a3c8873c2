import { createClient } from '@libsql/client/http';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { demoTenant } from '../../selfhost/demo/organisations.ts';
import type { demoPeople } from '../../selfhost/demo/people.ts';
import { demoPassword } from '../../selfhost/demo/seed.ts';
import { openDoor } from '../../selfhost/door.ts';
import { launchBrowser } from '../support/browser.ts';
import { type Product, startProduct } from '../support/product.ts';

/** An enrollee as their card says. */
export interface Card {
  memberId: string;
  birthDate: string;
  name: string;
}

/** Where a person of the demo works. */
export type Someone = (typeof demoPeople)[number]['email'];

const cards = `select member_id, birth_date, first_name || ' ' || last_name as name from enrollees
  where cover_to is null and death_date is null and relation = 'principal' order by id limit 20`;

/** The product with its demo, as a customer starts it, and browsers before it. */
export class Portals {
  readonly product: Product;
  readonly #browser: Browser;
  readonly #contexts: BrowserContext[] = [];
  /** What any page has thrown or reported as an error. */
  readonly faults: string[] = [];

  private constructor(product: Product, browser: Browser) {
    this.product = product;
    this.#browser = browser;
  }

  static async open(): Promise<Portals> {
    const [product, browser] = await Promise.all([startProduct({ demo: true }), launchBrowser()]);
    return new Portals(product, browser);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.product.stop();
  }

  /** Signs a person of the demo in, in a browser of their own. */
  async as(email: Someone, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.nobody(options);
    await page.goto('/sign-in');
    await page.fill('[name=email]', email);
    await page.fill('[name=password]', demoPassword);
    await Promise.all([
      page.waitForURL((url) => url.pathname !== '/sign-in'),
      page.click('main form button'),
    ]);
    return page;
  }

  /** A browser of its own in which nobody is signed in. */
  async nobody(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({
      baseURL: this.product.origin,
      viewport: { width: 1366, height: 768 },
      ...options,
    });
    context.setDefaultTimeout(15_000);
    this.#contexts.push(context);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.faults.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      const expected = /status of (4\d\d|503)|net::ERR_INTERNET_DISCONNECTED/.test(message.text());
      if (message.type() === 'error' && !expected) this.faults.push(`${page.url()}: ${message.text()}`);
    });
    return page;
  }

  /** Closes every browser a test has opened, and forgets what they reported. */
  async leave(): Promise<void> {
    for (const context of this.#contexts.splice(0)) await context.close();
    this.faults.length = 0;
  }

  /** Those of the claims of which the engine would pay something of every one of several lines. */
  async payable(numbers: readonly string[]): Promise<string[]> {
    const { internalOrigin: origin, systemToken } = this.product;
    const door = openDoor({ origin, systemToken });
    const answers = await door.judgements({ kind: 'tenant', id: demoTenant.id }, numbers);
    return numbers.filter((_, index) => {
      const lines = answers[index]?.judgement.lines ?? [];
      return lines.length > 1 && lines.every(({ approved }) => approved > 0);
    });
  }

  /** Says how much a role may approve alone, as the insurer's settings do. */
  async limit(role: string, claim: number): Promise<void> {
    const { internalOrigin: origin, systemToken } = this.product;
    const command = {
      type: 'PutApprovalLimits' as const,
      input: { roles: [{ role, limits: { claim } }] },
    };
    await openDoor({ origin, systemToken }).send({ kind: 'tenant', id: demoTenant.id }, [
      { id: `limit-${role}-${claim}`, command },
    ]);
  }

  /** Takes a claim and leaves the decision to be made. */
  async take(page: Page, number: string): Promise<void> {
    await page.goto(`/meridian/claims/${number}`);
    await page.locator('main').getByRole('button', { name: 'Take', exact: true }).click();
    await page.locator('[name=outcome]').first().waitFor();
  }

  /** Approves a claim as recommended that is above the person's limit: it becomes a proposal. */
  async propose(page: Page, number: string): Promise<void> {
    await this.take(page, number);
    await page.check('[name=outcome][value=approve]');
    await page.locator('main').getByRole('button', { name: 'Save decision' }).click();
    await page.locator('#proposal').waitFor();
  }

  /** Asks the facility about a claim, and for files. */
  async ask(page: Page, number: string, question: string, wanted: readonly string[] = []): Promise<void> {
    await this.take(page, number);
    await page.check('[name=outcome][value=query]');
    await page.fill('[name=question]', question);
    for (const file of wanted) await page.getByLabel(file, { exact: true }).check();
    await page.locator('main').getByRole('button', { name: 'Save decision' }).click();
    await page.waitForURL(/decided=/);
  }

  /** What the insurer's records say. */
  async read(sql: string): Promise<Record<string, unknown>[]> {
    const url = this.product.databaseUrl.replace('{db}', `tenant-${demoTenant.id}`);
    const client = createClient({ url, authToken: this.product.databaseToken });
    const { rows } = await client.execute(sql);
    client.close();
    return rows.map((row) => ({ ...row }));
  }

  /** Enrollees whose claims nothing speaks against. */
  async cards(): Promise<Card[]> {
    const rows = await this.read(cards);
    return rows.map((row) => ({
      memberId: String(row.member_id),
      birthDate: String(row.birth_date),
      name: String(row.name),
    }));
  }
}

/** Today's date where the demo is. */
export const today = (): string => new Date(Date.now() + 3_600_000).toISOString().slice(0, 10);
