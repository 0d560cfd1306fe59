import { ErrorResponse, ErrorTimeout } from 'oidc-client-ts';
import { beforeEach, expect, it, vi } from 'vitest';
import { accessToken, completeSignIn, prepareSession, resumeSession, sessionState } from './session';

const provider = vi.hoisted(() => ({ signinSilent: vi.fn(), signinRedirectCallback: vi.fn() }));

vi.mock('oidc-client-ts', async (original) => ({
  ...(await original<object>()),
  UserManager: class {
    events = { addUserLoaded: () => undefined };
    removeUser = () => Promise.resolve();
    signinSilent = provider.signinSilent;
    signinRedirectCallback = provider.signinRedirectCallback;
  },
}));

const user = (token: string, seconds: number) => ({
  access_token: token,
  expires_in: seconds,
  profile: { sub: 'ana' },
});

beforeEach(async () => {
  prepareSession({
    oidcIssuer: 'https://id.test',
    clientId: 'console',
  } as Parameters<typeof prepareSession>[0]);
  provider.signinRedirectCallback.mockResolvedValue(user('old', 5));
  await completeSignIn();
});

it.each([
  new Error('Service Unavailable (503)'),
  new ErrorTimeout('IFrame timed out without a response'),
  new TypeError('Failed to fetch'),
  new ErrorResponse({ error: 'temporarily_unavailable' }),
])('stays signed in while the provider cannot say, and asks again: %s', async (failure) => {
  provider.signinSilent.mockRejectedValueOnce(failure);
  await expect(accessToken()).rejects.toBe(failure);
  expect(sessionState.get().status).toBe('signed-in');

  provider.signinSilent.mockResolvedValueOnce(user('new', 300));
  expect(await accessToken()).toBe('new');
});

it.each(['login_required', 'interaction_required', 'consent_required', 'invalid_grant'])(
  'is lost once the provider says %s',
  async (error) => {
    provider.signinSilent.mockRejectedValueOnce(new ErrorResponse({ error }));
    expect(await accessToken()).toBeUndefined();
    expect(sessionState.get()).toEqual({ status: 'signed-out', lost: true });
  },
);

it('goes to the provider at the beginning where the hidden frame gets nowhere', async () => {
  provider.signinSilent.mockRejectedValueOnce(new ErrorTimeout('IFrame timed out without a response'));
  expect(await resumeSession()).toBe(false);
  provider.signinSilent.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  await expect(resumeSession()).rejects.toThrow('Failed to fetch');
});
