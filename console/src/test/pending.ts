/** An answer that comes when the test says so. */
export function pending<T>(): { promise: Promise<T>; resolve: (answer: T) => void } {
  let resolve: (answer: T) => void = () => undefined;
  const promise = new Promise<T>((answer) => {
    resolve = answer;
  });
  return { promise, resolve };
}
