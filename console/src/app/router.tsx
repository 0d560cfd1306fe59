import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import { auditSearch } from '@/pages/audit/search';
import { contactsSearch } from '@/pages/contacts/search';
import { inboxSearch } from '@/pages/inbox/search';
import { templatesSearch } from '@/pages/templates/search';
import { Authenticated, SignedOut } from './Authenticated';
import { PageFailed, PageNotFound } from './ErrorBoundary';
import { Shell } from './Shell';

const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: PageNotFound,
});

/** For pages of who is signed in. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: () => (
    <Authenticated>
      <Shell />
    </Authenticated>
  ),
});

const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  component: lazyRouteComponent(() => import('@/pages/welcome/Home'), 'Home'),
});

const welcomeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/welcome',
  component: lazyRouteComponent(() => import('@/pages/welcome/WelcomePage'), 'WelcomePage'),
});

const signedOutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/signed-out',
  component: SignedOut,
});

const inboxRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/inbox',
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import('@/pages/inbox/InboxPage'), 'InboxPage'),
});

const conversationRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '$conversationId',
});

const contactRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/contacts',
    validateSearch: contactsSearch,
    component: lazyRouteComponent(() => import('@/pages/contacts/ContactsPage'), 'ContactsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/contacts/$contactId',
    component: lazyRouteComponent(() => import('@/pages/contacts/ContactPage'), 'ContactPage'),
  }),
];

const channelRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/channels',
    component: lazyRouteComponent(() => import('@/pages/channels/ChannelsPage'), 'ChannelsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/channels/connect',
    component: lazyRouteComponent(() => import('@/pages/channels/ConnectPage'), 'ConnectPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/channels/$channelId',
    component: lazyRouteComponent(() => import('@/pages/channels/ChannelPage'), 'ChannelPage'),
  }),
];

const templatesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/channels/templates',
  validateSearch: templatesSearch,
  component: lazyRouteComponent(() => import('@/pages/templates/TemplatesPage'), 'TemplatesPage'),
});

const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('@/pages/account/SignUpPage'), 'SignUpPage'),
});

const acceptInvitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/accept-invitation',
  component: lazyRouteComponent(() => import('@/pages/account/AcceptInvitationPage'), 'AcceptInvitationPage'),
});

const organisationRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/people',
    component: lazyRouteComponent(() => import('@/pages/people/MembersPage'), 'MembersPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/people/invitations',
    component: lazyRouteComponent(() => import('@/pages/people/InvitationsPage'), 'InvitationsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/people/roles',
    component: lazyRouteComponent(() => import('@/pages/people/RolesPage'), 'RolesPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/usage',
    component: lazyRouteComponent(() => import('@/pages/usage/UsagePage'), 'UsagePage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/audit',
    validateSearch: auditSearch,
    component: lazyRouteComponent(() => import('@/pages/audit/AuditPage'), 'AuditPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/profile',
    component: lazyRouteComponent(() => import('@/pages/profile/ProfilePage'), 'ProfilePage'),
  }),
];

const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('@/pages/settings/SettingsFrame'), 'SettingsFrame'),
});

const settingsRoutes = [
  createRoute({
    getParentRoute: () => settingsRoute,
    path: '/',
    component: lazyRouteComponent(() => import('@/pages/settings/FirstSection'), 'FirstSection'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: 'organisation',
    component: lazyRouteComponent(
      () => import('@/pages/settings/OrganisationSection'),
      'OrganisationSection',
    ),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: 'rules',
    component: lazyRouteComponent(() => import('@/pages/settings/RulesSection'), 'RulesSection'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: 'labels',
    component: lazyRouteComponent(() => import('@/pages/settings/LabelsSection'), 'LabelsSection'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: 'quick-replies',
    component: lazyRouteComponent(() => import('@/pages/replies/QuickRepliesSection'), 'QuickRepliesSection'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: 'features',
    component: lazyRouteComponent(() => import('@/pages/settings/FeaturesSection'), 'FeaturesSection'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: 'sign-in',
    component: lazyRouteComponent(() => import('@/pages/settings/SignInSection'), 'SignInSection'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: 'api-keys',
    component: lazyRouteComponent(() => import('@/pages/keys/ApiKeysSection'), 'ApiKeysSection'),
  }),
  createRoute({
    getParentRoute: () => settingsRoute,
    path: 'data',
    component: lazyRouteComponent(() => import('@/pages/settings/DataSection'), 'DataSection'),
  }),
];

const routeTree = rootRoute.addChildren([
  signedOutRoute,
  signUpRoute,
  acceptInvitationRoute,
  shellRoute.addChildren([
    homeRoute,
    welcomeRoute,
    inboxRoute.addChildren([conversationRoute]),
    ...contactRoutes,
    ...channelRoutes,
    templatesRoute,
    ...organisationRoutes,
    settingsRoute.addChildren(settingsRoutes),
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultErrorComponent: ({ error, reset }) => <PageFailed error={error} reset={reset} />,
  defaultNotFoundComponent: PageNotFound,
  defaultPreload: 'intent',
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** Paths that need nobody signed in. */
export const PUBLIC_PATHS: readonly string[] = ['/signed-out', '/sign-up', '/accept-invitation'];
