import type { ChartOption } from '@dabiao/charts/trajectory';
import type { EChartsType } from 'echarts/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './chart.css';

type Draw = typeof import('./chart-drawing.ts').draw;

/** Known once the library has been loaded, by any chart. */
let loadedDraw: Draw | null = null;

/** Loads the drawing library; a page that will need it and may lose its network calls this beforehand. */
export async function loadDrawing(): Promise<Draw> {
  const { draw } = await import('./chart-drawing.ts');
  loadedDraw = draw;
  return draw;
}

interface ChartProps {
  /** The option for a width in pixels. */
  option: (width: number) => ChartOption;
  heightFor: (width: number) => number;
  /** Said instead of the picture; a table with the same numbers stands beside it. */
  label: string;
}

/** Width of an element in whole pixels, followed as it changes; 0 before it is known. */
function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  // Before the first painting, or everything below would move when the chart gets its height.
  useLayoutEffect(() => {
    if (!element.current) return;
    setWidth(Math.floor(element.current.getBoundingClientRect().width));
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** A large chart as SVG. The drawing library is loaded when the first one is shown. */
export function Chart({ option, heightFor, label }: ChartProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const [failed, setFailed] = useState(false);
  const width = useWidth(box);
  const height = heightFor(width);

  useLayoutEffect(() => {
    if (width === 0 || !box.current) return;
    const element = box.current;
    let left = false;
    const show = (draw: Draw) => {
      if (!left) chart.current = draw(element, chart.current, option(width), { width, height });
    };
    // Once loaded it draws at once: a print does not wait.
    if (loadedDraw) show(loadedDraw);
    else {
      loadDrawing()
        .then(show)
        .catch(() => setFailed(true));
    }
    return () => {
      left = true;
    };
  }, [width, height, option]);
  useEffect(() => () => chart.current?.dispose(), []);

  return (
    <div className="chart" style={width > 0 ? { aspectRatio: `${width} / ${height}` } : undefined}>
      <div ref={box} role="img" aria-label={label} className="chart__box" />
      {failed ? <p className="note">{t('chart.failed')}</p> : null}
    </div>
  );
}
