import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { contactsSearch } from '@/pages/contacts/search';
import { inboxSearch } from '@/pages/inbox/search';
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
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox', replace: true });
  },
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

const contactsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contacts',
  validateSearch: contactsSearch,
  component: lazyRouteComponent(() => import('@/pages/contacts/ContactsPage'), 'ContactsPage'),
});

const contactRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/contacts/$contactId',
  component: lazyRouteComponent(() => import('@/pages/contacts/ContactPage'), 'ContactPage'),
});

const routeTree = rootRoute.addChildren([
  homeRoute,
  signedOutRoute,
  shellRoute.addChildren([inboxRoute.addChildren([conversationRoute]), contactsRoute, contactRoute]),
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
export const PUBLIC_PATHS: readonly string[] = ['/signed-out'];
