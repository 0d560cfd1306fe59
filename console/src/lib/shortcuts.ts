import { useEffect } from 'react';
import { createStore, useStore } from './store';

/*
 * One list of what keys do now, which the help (`?`) shows. A shortcut is a key ('r'), with modifiers ('mod+Enter'), or
 * two in a row ('g i'). `mod` is Ctrl, on Apple's keyboards ⌘.
 */
export interface Shortcut {
  keys: string;
  /** What it does, as the help says it. */
  label: string;
  group: string;
  run: () => void;
  /** Also while something is being typed. */
  whileTyping?: boolean;
}

const active = createStore<readonly (readonly Shortcut[])[]>([]);
const APPLE = /Mac|iPhone|iPad/.test(navigator.platform);
const SEQUENCE_WITHIN = 900;

let first: { key: string; at: number } | undefined;

/** Has these keys work while the component is there. Later ones win over earlier ones of the same keys. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  useEffect(() => {
    active.set((now) => [...now, shortcuts]);
    return () => active.set((now) => now.filter((group) => group !== shortcuts));
  }, [shortcuts]);
}

export function useActiveShortcuts(): readonly Shortcut[] {
  const groups = useStore(active);
  const seen = new Map<string, Shortcut>();
  for (const shortcut of groups.flat()) seen.set(shortcut.keys, shortcut);
  return [...seen.values()];
}

export function keyOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string {
  const mod = APPLE ? event.metaKey : event.ctrlKey;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  // A letter says with Shift whether it is meant large; other signs are what they are.
  const shift = event.shiftKey && (event.key.length > 1 || /\p{L}/u.test(event.key));
  return `${mod ? 'mod+' : ''}${event.altKey ? 'alt+' : ''}${shift ? 'shift+' : ''}${key}`;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function find(keys: string, typing: boolean): Shortcut | undefined {
  return active
    .get()
    .flat()
    .findLast((shortcut) => shortcut.keys === keys && (!typing || shortcut.whileTyping === true));
}

/** The listener of the document; answers whether the key did something. */
export function pressShortcut(event: KeyboardEvent): boolean {
  if (
    event.defaultPrevented ||
    event.isComposing ||
    ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)
  ) {
    return false;
  }
  // Dialogs and menus have their own keys.
  if (
    document.querySelector(
      '[role="dialog"][data-rac], [role="alertdialog"], [role="menu"], [role="listbox"][data-rac]',
    )
  ) {
    return false;
  }
  const typing = isTyping(event.target);
  const key = keyOf(event);
  const begun = first && event.timeStamp - first.at < SEQUENCE_WITHIN ? first.key : undefined;
  first = undefined;
  const found = (begun === undefined ? undefined : find(`${begun} ${key}`, typing)) ?? find(key, typing);
  if (found) {
    event.preventDefault();
    found.run();
    return true;
  }
  if (!typing && key.length === 1) first = { key, at: event.timeStamp };
  return false;
}

/** For the help: what is printed on the keys. */
export function keyLabels(keys: string): string[][] {
  const names: Record<string, string> = {
    mod: APPLE ? '⌘' : 'Ctrl',
    alt: APPLE ? '⌥' : 'Alt',
    shift: APPLE ? '⇧' : 'Shift',
    ArrowUp: '↑',
    ArrowDown: '↓',
    Escape: 'Esc',
    Enter: '↵',
  };
  return keys
    .split(' ')
    .map((press) =>
      press.split('+').map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key)),
    );
}
