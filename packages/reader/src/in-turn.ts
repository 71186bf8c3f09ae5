/** Lets so many pieces of work run at one time; the others wait their turn, first come first served. */
export function turns(places: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= places) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      // the place goes to the next in line, or is free
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
