import {
  test as base,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test';
import { Visitor } from '../http/visitor.ts';
import { SAMPLE_PASSWORD } from '../set-up/sample-password.ts';

const NAMES = {
  biller: 'Ana Ruiz',
  biller2: 'Ben Okafor',
  lead: 'Erin Walsh',
  admin: 'Theo Hall',
  coder: 'Cora Mendez',
  accounts: 'Jo Tran',
  physician: 'Priya Natarajan',
} as const;

/** The sample users the journeys are about. */
export type Login = keyof typeof NAMES;

/** Somebody at a browser of their own. */
export interface Person {
  name: string;
  page: Page;
  context: BrowserContext;
  /** The same session at the interface, to ask what a page should be showing. */
  api: Visitor;
}

/** Opens a browser context for a sample user who is signed in already; no page is open yet but a blank one. */
export async function sitDown(
  browser: Browser,
  address: string,
  login: Login,
  options: BrowserContextOptions = {},
): Promise<Person> {
  const api = await Visitor.signedIn(address, `${login}@lakeside.test`, SAMPLE_PASSWORD);
  const context = await browser.newContext({ baseURL: address, ...options });
  const [name = '', value = ''] = (api.cookie ?? '').split('=');
  await context.addCookies([{ name, value, url: address, httpOnly: true, sameSite: 'Lax' }]);
  return { name: NAMES[login], page: await context.newPage(), context, api };
}

const seated =
  (login: Login) =>
  async (
    { browser, baseURL }: { browser: Browser; baseURL: string | undefined },
    use: (person: Person) => Promise<void>,
  ) => {
    const person = await sitDown(browser, baseURL ?? '', login);
    await use(person);
    await person.context.close();
  };

/** A test with people at hand: each is signed in at a browser context of their own. */
export const test = base.extend<{ ana: Person; ben: Person; erin: Person; theo: Person }>({
  ana: seated('biller'),
  ben: seated('biller2'),
  erin: seated('lead'),
  theo: seated('admin'),
});

/** How to launch a browser that keeps the same address, but whose packets go through a proxy. */
export function throughProxy(address: string, port: number) {
  const { launchOptions } = test.info().project.use;
  const { host } = new URL(address);
  return {
    ...launchOptions,
    args: [...(launchOptions?.args ?? []), `--host-resolver-rules=MAP ${host} 127.0.0.1:${port}`],
  };
}

export { expect } from '@playwright/test';
