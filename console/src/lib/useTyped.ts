import { useEffect, useEffectEvent, useState } from 'react';

const SETTLED_AFTER = 250;

/**
 * What is typed into a search field goes into the address once it settles, so that Back and a reload find it again; what
 * changes in the address by itself, as by a link, comes into the field.
 */
export function useTyped(
  inAddress: string,
  show: (text: string) => void,
  longest = 200,
): [string, (text: string) => void] {
  const [typed, setTyped] = useState(inAddress);
  const [seen, setSeen] = useState(inAddress);
  /** What the field last put into the address, or took from there. */
  const [agreed, setAgreed] = useState(inAddress);
  if (seen !== inAddress) {
    setSeen(inAddress);
    if (agreed !== inAddress) {
      setAgreed(inAddress);
      setTyped(inAddress);
    }
  }
  const put = useEffectEvent(show);
  useEffect(() => {
    const text = typed.trim().slice(0, longest);
    if (text === agreed) return;
    const later = setTimeout(() => {
      setAgreed(text);
      put(text);
    }, SETTLED_AFTER);
    return () => clearTimeout(later);
  }, [typed, agreed, longest]);
  return [typed, setTyped];
}
