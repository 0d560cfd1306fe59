/** A sign-up whose code is on its way: kept in this tab, so that a reload does not lose it. */
export interface BegunSignup {
  id: string;
  email: string;
  tenantName: string;
  codeExpiresAt: string;
}

const KEY = 'tertulia.signup';

export const begun = {
  get(): BegunSignup | undefined {
    try {
      const text = sessionStorage.getItem(KEY);
      return text === null ? undefined : (JSON.parse(text) as BegunSignup);
    } catch {
      return undefined;
    }
  },
  set(signup: BegunSignup | undefined): void {
    try {
      if (signup === undefined) sessionStorage.removeItem(KEY);
      else sessionStorage.setItem(KEY, JSON.stringify(signup));
    } catch {
      // A reload then begins anew.
    }
  },
};
