import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useTyped } from './useTyped';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const settle = () => {
  act(() => void vi.advanceTimersByTime(300));
};

it('tells what was typed once it settles, cut and without spaces around it', () => {
  const show = vi.fn();
  const { result } = renderHook(() => useTyped('', show, 4));
  act(() => result.current[1](' lu'));
  act(() => result.current[1](' lucía '));
  expect(show).not.toHaveBeenCalled();
  settle();
  expect(show.mock.calls).toEqual([['lucí']]);
  expect(result.current[0]).toBe(' lucía ');
});

it('takes what the address says by itself, and does not write it back', () => {
  const show = vi.fn();
  const { result, rerender } = renderHook(({ q }) => useTyped(q, show), { initialProps: { q: 'ana' } });
  rerender({ q: '' });
  expect(result.current[0]).toBe('');
  settle();
  expect(show).not.toHaveBeenCalled();
});

it('keeps what is typed on while the address follows', () => {
  const show = vi.fn();
  const { result, rerender } = renderHook(({ q }) => useTyped(q, show), { initialProps: { q: '' } });
  act(() => result.current[1]('an'));
  settle();
  act(() => result.current[1]('ana'));
  rerender({ q: 'an' });
  expect(result.current[0]).toBe('ana');
});

it('tells the same again that the address dropped a moment before', () => {
  const show = vi.fn();
  const { result, rerender } = renderHook(({ q }) => useTyped(q, show), { initialProps: { q: 'ana' } });
  rerender({ q: '' });
  act(() => result.current[1]('ana'));
  settle();
  expect(show.mock.calls).toEqual([['ana']]);
});

it('tells the newest listener, for what else is in the address may have changed while one typed', () => {
  const before = vi.fn();
  const after = vi.fn();
  const { result, rerender } = renderHook(({ show }) => useTyped('', show), {
    initialProps: { show: before },
  });
  act(() => result.current[1]('ana'));
  rerender({ show: after });
  settle();
  expect(before).not.toHaveBeenCalled();
  expect(after.mock.calls).toEqual([['ana']]);
});
