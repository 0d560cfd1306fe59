import { createStore, useStore } from './store';
import { kept } from './storage';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEPT = 'tertulia.theme';

function settled(): Theme {
  const theme = kept.get(KEPT);
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

const theme = createStore<Theme>(settled());

export function chooseTheme(chosen: Theme): void {
  if (chosen === 'system') {
    kept.remove(KEPT);
    delete document.documentElement.dataset.theme;
  } else {
    kept.set(KEPT, chosen);
    document.documentElement.dataset.theme = chosen;
  }
  theme.set(chosen);
}

export function useTheme(): Theme {
  return useStore(theme);
}
