import { useEffect, useState } from 'react';
import { useSettled } from './useSettled';

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
  const settled = useSettled(typed).trim().slice(0, longest);
  const [shown, setShown] = useState(inAddress);
  if (shown !== inAddress) {
    setShown(inAddress);
    if (inAddress !== settled) setTyped(inAddress);
  }
  useEffect(() => {
    if (settled !== inAddress) show(settled);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only what is typed changes the address here
  }, [settled]);
  return [typed, setTyped];
}
