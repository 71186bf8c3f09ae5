import { type ComponentType, lazy, useState } from 'react';

/** A page whose program is loaded when it is first needed. */
export interface LaterPage {
  Page: ComponentType;
  /** Loads it; drawn after that, it stands at once, without a placeholder that React would show for a while. */
  load: () => Promise<void>;
}

/** Makes a page of what `load` brings; until it is there, the page before it stays. */
export function later(load: () => Promise<ComponentType>): LaterPage {
  let known: ComponentType | null = null;
  const get = async () => {
    known = await load();
    return known;
  };
  const Awaited = lazy(async () => ({ default: await get() }));
  function Page() {
    // The same for as long as the page stands, or it would be drawn anew when its program has come.
    const [Shown] = useState<ComponentType>(() => known ?? Awaited);
    return <Shown />;
  }
  return { Page, load: async () => void (await get()) };
}
