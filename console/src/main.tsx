import '@fontsource-variable/inter/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import i18n from 'i18next';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { PUBLIC_PATHS } from './app/router';
import { completeSignIn, prepareSession, resumeSession, sessionState, signIn } from './auth/session';
import { startI18n } from './i18n';
import { loadConfig } from './lib/config';
import { Button, EmptyState } from './ui';

const root = createRoot(document.getElementById('root') as HTMLElement);

/** Answers whether there is something to show; else the browser is on its way to the sign-in page. */
async function enter(): Promise<boolean> {
  prepareSession(await loadConfig());
  const { pathname } = window.location;
  if (pathname === '/auth/callback') {
    const returnTo = await completeSignIn();
    window.history.replaceState(null, '', returnTo);
    return true;
  }
  if (PUBLIC_PATHS.includes(pathname)) {
    sessionState.set({ status: 'signed-out', lost: false });
    return true;
  }
  if (await resumeSession()) return true;
  await signIn();
  return false;
}

async function start(): Promise<void> {
  const [entered] = await Promise.all([enter(), startI18n()]);
  if (!entered) return;
  root.render(
    <StrictMode>
      <Suspense>
        <App />
      </Suspense>
    </StrictMode>,
  );
}

start().catch(async (failure: unknown) => {
  console.error(failure);
  if (!i18n.isInitialized) await startI18n().catch(() => undefined);
  // A sign-in that came back twice, or too late: begin anew, at the beginning.
  const again = () =>
    window.location.assign(window.location.pathname === '/auth/callback' ? '/' : window.location.href);
  root.render(
    <EmptyState
      title={i18n.t('failed.startTitle')}
      actions={
        <Button variant="primary" onPress={again}>
          {i18n.t('actions.tryAgain')}
        </Button>
      }
    >
      {i18n.t('failed.startText')}
    </EmptyState>,
  );
});
