import { createStore } from '@/lib/store';
import { problemText } from '@/api/problems';

export interface ToastAction {
  label: string;
  /** The key that does the same while the toast is there. */
  shortcut?: string;
  run: () => void;
}

export interface Toast {
  id: number;
  tone: 'neutral' | 'success' | 'danger';
  text: string;
  action?: ToastAction;
}

const SHOWN_FOR = 5000;
const WITH_ACTION_FOR = 8000;

export const toasts = createStore<readonly Toast[]>([]);

let next = 1;

/** Says something in passing. Answers how to take it away. */
export function toast(
  text: string,
  options: { tone?: Toast['tone']; action?: ToastAction } = {},
): () => void {
  const id = next++;
  const made: Toast = {
    id,
    text,
    tone: options.tone ?? 'neutral',
    ...(options.action && { action: options.action }),
  };
  // The newest three: more is noise.
  toasts.set((now) => [...now.slice(-2), made]);
  setTimeout(() => dismiss(id), options.action ? WITH_ACTION_FOR : SHOWN_FOR);
  return () => dismiss(id);
}

/** Says what went wrong. */
export function toastProblem(failure: unknown): void {
  toast(problemText(failure), { tone: 'danger' });
}

export function dismiss(id: number): void {
  toasts.set((now) => (now.some((one) => one.id === id) ? now.filter((one) => one.id !== id) : now));
}
