import type { TargetRow } from '@dabiao/contract/target';
import { defaultRangeExtractor, useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import {
  type FocusEvent,
  Fragment,
  type ReactNode,
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { TARGET_COLUMNS, TargetHead, TargetLine } from '../../ui/target-rows.tsx';
import { TargetTable } from '../../ui/target-table.tsx';
import { usePrinting } from './use-printing.ts';
import './target-list.css';

interface LongTargetTableProps {
  caption: ReactNode;
  rows: readonly TargetRow[];
  /** How many rows there will be, where some are still on their way. */
  awaited: number;
}

/** From here on only the rows in sight are drawn; below, the browser's own find looks through all of them. */
const LONG = 50;
/** Height of a row before it was measured, px: in columns, and as a card on a narrow screen. */
const ROW = 72;
const CARD = 224;
/** Rows drawn above and below the window, so that the Tab key and a turn of the wheel find them there. */
const BEYOND = 8;
/** The same for rows just filtered, and the milliseconds until they are no longer. */
const JUST_BEYOND = 1;
const PAUSE = 200;

const isNarrow = (): boolean => window.matchMedia('(max-width: 860px)').matches;

/** Targets as one table of any length; paper gets every row. */
export function LongTargetTable({ caption, rows, awaited }: LongTargetTableProps) {
  const printing = usePrinting();
  if (printing || rows.length <= LONG) return <TargetTable caption={caption} rows={rows} />;
  return <PartlyDrawn caption={caption} rows={rows} awaited={awaited} />;
}

/** The row with the focus stays, and the two beside it, where the next Tab goes, forth or back. */
function withFocused(inSight: number[], focused: number | null, count: number): number[] {
  if (focused === null) return inSight;
  const kept = [focused - 1, focused, focused + 1].filter((at) => at >= 0 && at < count);
  return [...new Set([...inSight, ...kept])].sort((a, b) => a - b);
}

/** How many rows to draw outside the window: few of those that have just come into the list, more as soon as there is time. */
function useBeyond(rows: readonly TargetRow[]): number {
  const [settled, setSettled] = useState<readonly TargetRow[] | null>(null);
  useEffect(() => {
    const settle = () => startTransition(() => setSettled(rows));
    const timer = setTimeout(settle, PAUSE);
    return () => clearTimeout(timer);
  }, [rows]);
  return settled === rows ? BEYOND : JUST_BEYOND;
}

/** The rows in sight between two empty ones as high as all those that are not. */
function PartlyDrawn({ caption, rows, awaited }: LongTargetTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);
  useLayoutEffect(() => {
    const look = () => setTop(Math.round((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY));
    look();
    // What stands above the rows grows and shrinks: filters wrap, bars come and go.
    const observer = new ResizeObserver(look);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  // asked for every row of thousands, again and again: looked up once a drawing
  const estimate = isNarrow() ? CARD : ROW;
  const beyond = useBeyond(rows);
  const virtualizer = useWindowVirtualizer<HTMLTableRowElement>({
    count: rows.length,
    estimateSize: () => estimate,
    overscan: beyond,
    scrollMargin: top,
    getItemKey: useCallback((at: number) => rows[at]?.id ?? at, [rows]),
    rangeExtractor: (range) => withFocused(defaultRangeExtractor(range), focused, range.count),
  });
  const focus = (event: FocusEvent) => {
    const place = event.target.closest<HTMLElement>('[data-index]')?.dataset.index;
    setFocused(place === undefined ? null : Number(place));
  };
  // Not on the way from row to row: what the focus goes to would be taken away before it arrives.
  const blur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setFocused(null);
  };
  return (
    <table className="target-table target-table--long" aria-rowcount={awaited + 1}>
      <caption>{caption}</caption>
      <thead>
        <TargetHead />
      </thead>
      <tbody ref={body} onFocus={focus} onBlur={blur}>
        <Drawn rows={rows} virtualizer={virtualizer} top={top} />
      </tbody>
    </table>
  );
}

interface DrawnProps {
  rows: readonly TargetRow[];
  virtualizer: Virtualizer<Window, HTMLTableRowElement>;
  top: number;
}

function Drawn({ rows, virtualizer, top }: DrawnProps) {
  const items = virtualizer.getVirtualItems();
  const end = items.at(-1)?.end ?? top;
  return (
    <>
      {items.map(({ index, start }, at) => {
        const row = rows[index];
        if (!row) return null;
        return (
          <Fragment key={row.id}>
            <Gap height={start - (items[at - 1]?.end ?? top)} />
            <TargetLine row={row} place={index} measure={virtualizer.measureElement} />
          </Fragment>
        );
      })}
      <Gap height={virtualizer.getTotalSize() - (end - top)} />
    </>
  );
}

/** Stands for rows that are not drawn. */
function Gap({ height }: { height: number }) {
  if (height < 1) return null;
  return (
    <tr className="target-table__gap">
      <td colSpan={TARGET_COLUMNS} style={{ height }} />
    </tr>
  );
}
