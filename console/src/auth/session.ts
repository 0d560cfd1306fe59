import {
  ErrorResponse,
  InMemoryWebStorage,
  UserManager,
  WebStorageStateStore,
  type User,
} from 'oidc-client-ts';
import type { ConsoleConfig } from '@/lib/config';
import { forgetOwn } from '@/lib/personal';
import { createStore, type Store } from '@/lib/store';
import { kept } from '@/lib/storage';

/*
 * Who is signed in. Tokens live in memory alone: a reload asks the provider again, without a word to the person, by a
 * hidden frame and, where browsers keep its cookies away, by going there and back.
 */

export type SessionState =
  | { status: 'starting' }
  /** `lost`: signed in before, and the provider no longer knows of it. */
  | { status: 'signed-out'; lost: boolean }
  | { status: 'signed-in'; subject: string };

/** That somebody signed in here before; no secret, it only decides which way to ask first. */
const HINT = 'tertulia.signed-in';
const CHANNEL = 'tertulia.session';
const RENEW_BEFORE_SECONDS = 20;
const FORGET_WITHIN = 2000;
/** What the provider answers once it no longer knows of the session, or wants to see the person. */
const LOST = ['login_required', 'interaction_required', 'consent_required', 'invalid_grant'];

export const sessionState: Store<SessionState> = createStore<SessionState>({ status: 'starting' });

let manager: UserManager | undefined;
let user: User | undefined;
let renewing: Promise<User | undefined> | undefined;
let channel: BroadcastChannel | undefined;

function managed(): UserManager {
  if (!manager) throw new Error('The session has not begun');
  return manager;
}

/** Prepares for signing in; asks nobody yet. */
export function prepareSession(config: ConsoleConfig): void {
  const origin = window.location.origin;
  manager = new UserManager({
    authority: config.oidcIssuer,
    client_id: config.clientId,
    redirect_uri: `${origin}/auth/callback`,
    silent_redirect_uri: `${origin}/silent-renew.html`,
    post_logout_redirect_uri: `${origin}/signed-out`,
    scope: 'openid profile email',
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    // The verifier of a sign-in under way; it has to outlive the journey to the provider.
    stateStore: new WebStorageStateStore({ store: window.sessionStorage }),
    automaticSilentRenew: true,
    silentRequestTimeoutInSeconds: 10,
    monitorSession: false,
  });
  manager.events.addUserLoaded(accept);
  channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = (message: MessageEvent<unknown>) => {
    if (message.data !== 'signed-out') return;
    void forgetOwn();
    forget(false);
  };
}

function accept(signedIn: User): void {
  user = signedIn;
  kept.set(HINT, '1');
  const now = sessionState.get();
  if (now.status !== 'signed-in' || now.subject !== signedIn.profile.sub) {
    sessionState.set({ status: 'signed-in', subject: signedIn.profile.sub });
  }
}

function forget(lost: boolean): void {
  user = undefined;
  if (!lost) kept.remove(HINT);
  void manager?.removeUser();
  sessionState.set({ status: 'signed-out', lost });
}

/** Ends a sign-in that came back from the provider; answers where the person wanted to go. */
export async function completeSignIn(): Promise<string> {
  const signedIn = await managed().signinRedirectCallback();
  accept(signedIn);
  const state = signedIn.state as { returnTo?: string } | undefined;
  const returnTo = state?.returnTo ?? '/';
  // Only ever a path of ours.
  return returnTo.startsWith('/') && !returnTo.startsWith('//') ? returnTo : '/';
}

/** Takes up a session that the provider still knows of; false where there is none to be had quietly. */
export async function resumeSession(): Promise<boolean> {
  if (kept.get(HINT) === null) return false;
  try {
    return (await renew()) !== undefined;
  } catch (failure) {
    if (isUnreachable(failure)) throw failure;
    // Nothing is lost at the beginning: where the hidden frame gets nowhere, going there and back may.
    return false;
  }
}

export function wasSignedIn(): boolean {
  return kept.get(HINT) !== null;
}

/** Leaves for the provider's page. `prompt: 'login'` asks anew even who is signed in there. */
export async function signIn(options: { returnTo?: string; prompt?: 'login'; loginHint?: string } = {}) {
  const returnTo =
    options.returnTo ?? window.location.pathname + window.location.search + window.location.hash;
  await managed().signinRedirect({
    state: { returnTo },
    ...(options.prompt && { prompt: options.prompt }),
    ...(options.loginHint && { login_hint: options.loginHint }),
    ui_locales: document.documentElement.lang,
  });
}

/** Signs out here, in the other tabs, and at the provider. What was typed and not sent goes with it. */
export async function signOut(userId: string | undefined): Promise<void> {
  const forgotten = forgetOwn(userId);
  kept.remove(HINT);
  channel?.postMessage('signed-out');
  // A page that is left removes no more files; a disk that does not answer keeps nobody here.
  await Promise.race([forgotten, new Promise((resolve) => setTimeout(resolve, FORGET_WITHIN))]);
  const idToken = user?.id_token;
  await managed().signoutRedirect(idToken ? { id_token_hint: idToken } : {});
}

async function renew(): Promise<User | undefined> {
  renewing ??= managed()
    .signinSilent()
    .then((renewed) => {
      if (renewed) accept(renewed);
      return renewed ?? undefined;
    })
    .catch((failure: unknown) => {
      if (isLost(failure)) return undefined;
      // Away is not the same as signed out: the person stays signed in, and the next call asks again.
      throw failure;
    })
    .finally(() => {
      renewing = undefined;
    });
  return renewing;
}

function isLost(failure: unknown): boolean {
  return failure instanceof ErrorResponse && LOST.includes(failure.error ?? '');
}

function isUnreachable(failure: unknown): boolean {
  return !navigator.onLine || failure instanceof TypeError;
}

/**
 * A token that holds for a while yet; undefined (and the state `signed-out`) where the provider says that there is none
 * to be had. Throws while it cannot say.
 */
export async function accessToken(fresh = false): Promise<string | undefined> {
  if (user && !fresh && (user.expires_in ?? 0) > RENEW_BEFORE_SECONDS) return user.access_token;
  if (!manager) return undefined;
  if (sessionState.get().status === 'signed-out') return undefined;
  const renewed = await renew();
  if (!renewed) {
    if (sessionState.get().status === 'signed-in') forget(true);
    return undefined;
  }
  return renewed.access_token;
}
