import { useEffect, useState } from 'react';

/** The value once it has been the same for a moment, so that not every key that is pressed asks the API. */
export function useSettled<T>(value: T, milliseconds = 250): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const later = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(later);
  }, [value, milliseconds]);
  return settled;
}
