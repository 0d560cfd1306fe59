import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import {
  Building2,
  Keyboard,
  Languages,
  LogOut,
  Menu as MenuIcon,
  Monitor,
  Moon,
  RefreshCw,
  Sun,
  UserRound,
  WifiOff,
} from 'lucide-react';
import { Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button as AriaButton, TooltipTrigger, Focusable } from 'react-aria-components';
import { signOut } from '@/auth/session';
import { chooseTenant } from '@/auth/tenant';
import { currentLanguage, LANGUAGES, speak, type Language } from '@/i18n';
import { hasUnsent } from '@/lib/personal';
import { pressShortcut, useShortcuts, type Shortcut } from '@/lib/shortcuts';
import { chooseTheme, THEMES, useTheme, type Theme } from '@/lib/theme';
import { onReady, onResync, realtime, useConnection } from '@/realtime/realtime';
import { Avatar, Banner, Button, Confirm, Hint, Loading, Menu, type MenuGroup } from '@/ui';
import { Toasts } from '@/ui/Toasts';
import { KeyboardHelp } from './KeyboardHelp';
import { personKeys, usePerson } from './me';
import { NAV, navOf, type NavEntry } from './nav';
import { askAnew } from './queryClient';
import css from './Shell.module.css';

/** What stands around every page: the rail, the state of the connection, toasts, keys. */
export function Shell() {
  const { t } = useTranslation();
  const person = usePerson();
  const entries = navOf(person);
  useRealtime();
  useKeyListener();
  const [helpIsOpen, setHelpIsOpen] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const { me } = person;
  useGlobalShortcuts(entries, () => setHelpIsOpen(true));
  const leave = () => (hasUnsent(me.user.id) ? setLeaving(true) : void signOut(me.user.id));

  return (
    <div className={css.shell}>
      <a className={css.skip} href="#main">
        {t('skipToContent')}
      </a>
      <nav className={css.rail} aria-label={t('nav.label')}>
        <div className={css.brand} aria-hidden="true">
          <img src="/favicon.svg" alt="" width={32} height={32} />
        </div>
        <ul className={css.entries}>
          {entries.map((entry) => (
            <li key={entry.to} className={entry.phone ? '' : css.notOnPhone}>
              <RailLink entry={entry} />
            </li>
          ))}
        </ul>
        <div className={css.foot}>
          <MoreOnPhone entries={entries.filter((entry) => !entry.phone)} />
          <AccountMenu onLeave={leave} onHelp={() => setHelpIsOpen(true)} />
        </div>
      </nav>
      <div className={css.content}>
        <Notices />
        <main id="main" className={css.main} tabIndex={-1}>
          <Suspense fallback={<Loading label={t('loading')} />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <Toasts />
      <KeyboardHelp isOpen={helpIsOpen} onClose={() => setHelpIsOpen(false)} />
      <Confirm
        title={t('session.unsentTitle')}
        isOpen={leaving}
        onClose={() => setLeaving(false)}
        onConfirm={() => void signOut(me.user.id)}
        confirmLabel={t('session.signOut')}
        danger
      >
        <p>{t('session.unsentText')}</p>
      </Confirm>
    </div>
  );
}

function RailLink({ entry }: { entry: NavEntry }) {
  const { t } = useTranslation();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const isCurrent = path === entry.to || path.startsWith(`${entry.to}/`);
  const label = t(`nav.${entry.label}` as 'nav.inbox');
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <Focusable>
        <Link to={entry.to as '/'} className={css.link ?? ''} aria-current={isCurrent ? 'page' : undefined}>
          <entry.icon size={22} strokeWidth={isCurrent ? 2.2 : 1.8} aria-hidden="true" />
          <span className={css.linkLabel}>{label}</span>
        </Link>
      </Focusable>
      <Hint placement="right">{label}</Hint>
    </TooltipTrigger>
  );
}

/** On a phone, what the bar has no room for. */
function MoreOnPhone({ entries }: { entries: readonly NavEntry[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  if (entries.length === 0) return null;
  return (
    <div className={css.onlyPhone}>
      <Menu
        label={t('nav.more')}
        placement="top end"
        trigger={
          <AriaButton className={css.link ?? ''}>
            <MenuIcon size={22} strokeWidth={1.8} aria-hidden="true" />
            <span className={css.linkLabel}>{t('nav.more')}</span>
          </AriaButton>
        }
        groups={[
          {
            id: 'pages',
            entries: entries.map((entry) => ({
              id: entry.to,
              label: t(`nav.${entry.label}` as 'nav.inbox'),
              icon: <entry.icon size={18} />,
              onAction: () => void navigate({ to: entry.to as '/' }),
            })),
          },
        ]}
      />
    </div>
  );
}

const THEME_ICONS = { system: <Monitor size={18} />, light: <Sun size={18} />, dark: <Moon size={18} /> };
const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', es: 'Español' };

function AccountMenu({ onLeave, onHelp }: { onLeave: () => void; onHelp: () => void }) {
  const { t } = useTranslation();
  const { me, tenant } = usePerson();
  const navigate = useNavigate();
  const theme = useTheme();
  const choices = me.tenants.filter((choice) => choice.slug !== tenant.slug);
  const groups: MenuGroup[] = [
    {
      id: 'tenants',
      title: `${me.user.name} · ${tenant.name}`,
      entries: choices.map((choice) => ({
        id: choice.slug,
        label: t('session.switchTo', { tenant: choice.name }),
        icon: <Building2 size={18} />,
        onAction: () => {
          chooseTenant(me.user.id, choice.slug);
          // Another tenant is another world: nothing of this one stays in memory.
          window.location.assign('/');
        },
      })),
    },
    {
      id: 'theme',
      title: t('theme.label'),
      selection: 'single',
      selected: [theme],
      onSelect: ([chosen]) => chosen !== undefined && chooseTheme(chosen as Theme),
      entries: THEMES.map((one) => ({ id: one, label: t(`theme.${one}`), icon: THEME_ICONS[one] })),
    },
    {
      id: 'language',
      title: t('language'),
      selection: 'single',
      selected: [currentLanguage()],
      onSelect: ([chosen]) => chosen !== undefined && void speak(chosen as Language),
      entries: LANGUAGES.map((one) => ({
        id: one,
        label: LANGUAGE_NAMES[one],
        icon: <Languages size={18} />,
      })),
    },
    {
      id: 'rest',
      entries: [
        {
          id: 'profile',
          label: t('nav.profile'),
          icon: <UserRound size={18} />,
          onAction: () => void navigate({ to: '/profile' }),
        },
        { id: 'keys', label: t('keys.title'), icon: <Keyboard size={18} />, shortcut: '?', onAction: onHelp },
        { id: 'out', label: t('session.signOut'), icon: <LogOut size={18} />, onAction: onLeave },
      ],
    },
  ];
  return (
    <Menu
      label={t('account')}
      placement="right bottom"
      trigger={
        <AriaButton
          className={css.account ?? ''}
          aria-label={t('accountOf', { name: me.user.name, tenant: tenant.name })}
        >
          <Avatar id={me.user.id} name={me.user.name} size={36} />
        </AriaButton>
      }
      groups={groups}
    />
  );
}

/** What everybody should know of, above every page. */
function Notices() {
  const { t } = useTranslation();
  const connection = useConnection();
  const { tenant } = usePerson();
  return (
    <>
      {connection === 'offline' && (
        <Banner
          tone="warning"
          icon={<WifiOff size={16} aria-hidden="true" />}
          actions={
            <Button size="s" variant="ghost" icon={<RefreshCw size={14} />} onPress={realtime.again}>
              {t('offline.retry')}
            </Button>
          }
        >
          {t('offline.text')}
        </Banner>
      )}
      {tenant.status === 'suspended' && <Banner tone="danger">{t('suspended')}</Banner>}
    </>
  );
}

/** Begins the connection, and has everything asked anew that may have missed something. */
function useRealtime(): void {
  useEffect(() => {
    let first = true;
    const stopFollowing = [
      onResync(() => askAnew()),
      onReady(() => {
        // What was loaded while the socket was on its way may be a moment old.
        if (first) askAnew({ predicate: ({ meta }) => meta?.live === true });
        // No event tells what a person may from now on, nor of a tenant that was suspended.
        else Object.values(personKeys).forEach((queryKey) => askAnew({ queryKey }));
        first = false;
      }),
    ];
    realtime.start();
    return () => {
      stopFollowing.forEach((stop) => stop());
      realtime.stop();
    };
  }, []);
}

function useKeyListener(): void {
  useEffect(() => {
    const listener = (event: KeyboardEvent) => void pressShortcut(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

function useGlobalShortcuts(entries: readonly NavEntry[], onHelp: () => void): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const paths = entries.map((entry) => entry.to).join(' ');
  const shortcuts = useMemo<Shortcut[]>(
    () => [
      { keys: '?', label: t('keys.help'), group: t('keys.everywhere'), run: onHelp },
      ...NAV.filter((entry) => paths.split(' ').includes(entry.to)).map((entry) => ({
        keys: `g ${entry.key}`,
        label: t('keys.goTo', { page: t(`nav.${entry.label}` as 'nav.inbox') }),
        group: t('keys.everywhere'),
        run: () => void navigate({ to: entry.to as '/' }),
      })),
    ],
    // eslint-disable-next-line react-hooks/exhaustive-deps -- onHelp only sets a state
    [t, navigate, paths],
  );
  useShortcuts(shortcuts);
}
