import type { ComponentChildren } from 'preact';
import { Bell, type BellProps } from '../ui/bell.tsx';
import { type Assets, type DeviceRule, Document, type LiveLink, type LockRule } from '../ui/document.tsx';
import { Icon } from '../ui/icon.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { Brand, type BrandProps } from './brand.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { documentTitle, Main, type Page } from './main-piece.tsx';
import { type NavItem, Navigation } from './navigation.tsx';
import { PersonMenu, type PersonMenuProps } from './person-menu.tsx';
import { TabBar } from './tab-bar.tsx';

type ShellProps = {
  page: Page;
  assets: Assets;
  brand: BrandProps;
  nav: readonly NavItem[];
  person: PersonMenuProps;
  bell?: BellProps | undefined;
  /** Sends `q` to `action`. */
  search?: { action: string; label: string; value?: string | undefined };
  live?: LiveLink | undefined;
  lock?: LockRule | undefined;
  device?: DeviceRule | undefined;
  /** On a phone: what is wanted most, within a thumb's reach. */
  tabs?: readonly NavItem[] | undefined;
  /** `roomy`: larger type and targets, for those who come now and then. */
  density?: 'dense' | 'roomy' | undefined;
  /** What has to be answered, open on top of the page. */
  alert?: ComponentChildren;
  /** Bottom right on every page. */
  dock?: ComponentChildren;
  children: ComponentChildren;
};

function Search({ action, label, value }: NonNullable<ShellProps['search']>) {
  return (
    <>
      <search class="find">
        <form action={action}>
          <button type="submit" class="round">
            <Icon name="search" size={16} />
            <span class="unseen">Search</span>
          </button>
          <input
            type="search"
            name="q"
            value={value}
            placeholder={label}
            aria-label={label}
            aria-keyshortcuts="/"
          />
          <KeyHint keys="/" />
        </form>
      </search>
      <a class="round on-phone" href={action}>
        <Icon name="search" size={20} />
        <span class="unseen">Search</span>
      </a>
    </>
  );
}

function LockButton({ action }: LockRule) {
  return (
    <form method="post" action={action} hx-boost="false" data-ends>
      <button type="submit" class="round" aria-keyshortcuts="l">
        <Icon name="lock" size={20} />
        <span class="unseen">Lock or hand over</span>
      </button>
    </form>
  );
}

/** The frame of every signed-in page: what differs between the portals comes in as data. */
export function Shell(props: ShellProps) {
  const {
    page,
    assets,
    brand,
    nav,
    person,
    bell,
    search,
    live,
    lock,
    device,
    tabs,
    density = 'dense',
    alert,
    dock,
    children,
  } = props;
  return (
    <Document
      title={documentTitle(page, brand.name)}
      assets={assets}
      bodyClass={density === 'roomy' ? 'shell roomy' : 'shell'}
      live={live}
      lock={lock}
      device={device}
    >
      <a class="skip" href="#main">
        Skip to content
      </a>
      <header class="bar">
        <button type="button" class="round on-phone" popovertarget="nav">
          <Icon name="menu" size={22} />
          <span class="unseen">Menu</span>
        </button>
        <Brand {...brand} />
        {search === undefined ? null : <Search {...search} />}
        <div class="bar-end">
          {bell === undefined ? null : <Bell {...bell} />}
          {lock === undefined ? null : <LockButton {...lock} />}
          <PersonMenu {...person} />
        </div>
      </header>
      <Navigation items={nav} current={page.nav} />
      {tabs === undefined ? null : <TabBar items={tabs} current={page.nav} />}
      <Main page={page}>{children}</Main>
      {dock === undefined ? null : <div class="dock">{dock}</div>}
      <div id="alert">{alert}</div>
      <p class="unseen" id="status" role="status" />
      <KeysDialog />
    </Document>
  );
}
