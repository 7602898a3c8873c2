import { describe, expect, test } from 'vitest';
import { MainPiece } from '../../../../views/layouts/main-piece.tsx';
import { Plain } from '../../../../views/layouts/plain.tsx';
import { Shell } from '../../../../views/layouts/shell.tsx';
import { PageHeader } from '../../../../views/ui/page-header.tsx';
import { faultsOf, markupOf } from '../ui/markup.ts';

const assets = { css: '/assets/index-1.css', script: '/assets/index-1.js', icon: '/assets/icon-1.svg' };
const brand = { name: 'Meridian Health', href: '/mer' };
const person = { name: 'Amina Bello', role: 'Claims Manager', signOut: '/sign-out' };
const nav = [
  { id: 'home', label: 'Dashboard', href: '/mer', icon: 'home' as const },
  { id: 'claims', label: 'Claims', href: '/mer/claims', icon: 'claim' as const, count: 0 },
];
const page = {
  title: 'Claims queue',
  nav: 'claims',
  see: ['queue', 'pile:1'],
  seq: 0,
  lease: { renew: '/lease', release: '/release' },
};
const body = <PageHeader title="Claims queue" />;

/** Everything a shell can show. */
const full = (
  <Shell
    page={page}
    assets={{ ...assets, brand: '/brand-1.css', manifest: '/m.webmanifest' }}
    brand={{ ...brand, logo: '/logo.svg' }}
    nav={nav}
    person={{
      ...person,
      links: [{ label: 'Help', href: '/help' }],
      organisations: {
        action: '/organisations',
        others: [{ id: 'f1', name: 'Lagoon Hospital', note: 'Billing' }],
      },
    }}
    bell={{ unread: 6, href: '/notices', list: '/notices/list' }}
    search={{ action: '/search', label: 'Claim, enrollee' }}
    live={{ href: '/live' }}
    lock={{ action: '/lock', covered: '/locked', idleSeconds: 180 }}
    density="roomy"
    dock={<a href="/ask">Ask</a>}
  >
    {body}
  </Shell>
);
const bare = (
  <Shell page={{ title: 'Home' }} assets={assets} brand={brand} nav={[]} person={person}>
    {body}
  </Shell>
);

describe('the shell', () => {
  test.each([
    ['with everything', full],
    ['with nothing optional', bare],
  ])('%s is a valid document', async (_, shell) => {
    expect(await faultsOf(`<!doctype html>${markupOf(shell)}`)).toEqual([]);
  });

  test('names what the page is, then whose', () => {
    expect(markupOf(full)).toContain('<title>Claims queue · Meridian Health</title>');
  });

  test('tells the script what it needs', () => {
    const html = markupOf(full);
    expect(html).toMatch(
      /<body[^>]* data-live="\/live"[^>]* data-lock="\/lock" data-covered="\/locked" data-idle="180"/,
    );
    expect(html).toMatch(
      /<main[^>]* data-nav="claims" data-see="queue pile:1" data-seq="0" data-renew="\/lease" data-release="\/release"/,
    );
    expect(html).toMatch(/<body[^>]* hx-boost:inherited="target:#main"/);
  });

  test('marks where one is, and counts nothing where nothing waits', () => {
    const html = markupOf(full);
    expect(html).toMatch(/<a[^>]*data-nav="claims"[^>]*aria-current="page"/);
    expect(html.match(/aria-current/g)).toHaveLength(1);
    expect(html).toContain('<b id="nav-count-claims"></b>');
  });

  test('has one place to skip to, one status and no script or style of its own', () => {
    const html = markupOf(full);
    expect(html.match(/id="main"/g)).toHaveLength(1);
    expect(html.match(/id="status"/g)).toHaveLength(1);
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toMatch(/<style| style=/);
  });

  test('signing out and locking leave the page as a whole', () => {
    for (const [form] of markupOf(full).matchAll(/<form[^>]*data-ends[^>]*>/g))
      expect(form).toContain('hx-boost="false"');
  });

  test('initials come from the first and the last name', () => {
    const html = markupOf(
      <Shell page={page} assets={assets} brand={brand} nav={nav} person={{ ...person, name: 'Ngozi' }}>
        {body}
      </Shell>,
    );
    expect(html).toContain('<span class="face" aria-hidden="true">N</span>');
    expect(markupOf(full)).toContain('<span class="face" aria-hidden="true">AB</span>');
  });
});

describe('a page outside the portals', () => {
  test.each([false, true])('is a valid document, wide %s', async (wide) => {
    const plain = (
      <Plain page={{ title: 'Sign in' }} assets={assets} brand={brand} wide={wide}>
        {body}
      </Plain>
    );
    expect(await faultsOf(`<!doctype html>${markupOf(plain)}`)).toEqual([]);
  });
});

describe('the piece that changes', () => {
  test('is the same main as in the whole page', () => {
    const main = /<main[\s\S]*<\/main>/;
    const piece = markupOf(
      <MainPiece page={page} site={brand.name} unread={2}>
        {body}
      </MainPiece>,
    );
    expect(main.exec(piece)?.[0]).toBe(main.exec(markupOf(full))?.[0]);
    expect(piece).toContain('<title>Claims queue · Meridian Health</title>');
    expect(piece).toContain(
      '<hx-partial id="bell-count" hx-swap="outerMorph"><b class="count" id="bell-count">2<span',
    );
  });

  test('leaves the bell alone where the page has none', () => {
    expect(
      markupOf(
        <MainPiece page={page} site="x">
          {body}
        </MainPiece>,
      ),
    ).not.toContain('hx-partial');
  });
});
