import { readFileSync } from 'node:fs';

/** Peak resident memory of this process so far, in megabytes. */
export const ownPeak = (): number => process.resourceUsage().maxRSS / 1024;

/** Peak resident memory of the processes this one has started and that still run, in megabytes; Linux only. */
function childrenPeak(): number {
  try {
    const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
      .split(' ')
      .filter(Boolean);
    const peaks = children.map((id) => /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]);
    return Math.max(0, ...peaks.map((kilobytes) => Number(kilobytes ?? 0) / 1024));
  } catch {
    // no /proc, or a child that ended between the two looks
    return 0;
  }
}

/** Runs `work` and looks at its child processes all the while. @returns their greatest peak, in megabytes. */
export async function watchChildren(work: () => Promise<unknown>): Promise<number> {
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, childrenPeak());
  }, 10);
  await work();
  clearInterval(look);
  return peak;
}
