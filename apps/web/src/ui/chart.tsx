import type { ChartOption } from '@dabiao/charts/trajectory';
import type { EChartsType } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './chart.css';

type Draw = typeof import('./chart-drawing.ts').draw;

/** Loads the drawing library; a page that will need it and may lose its network calls this beforehand. */
export const loadDrawing = () => import('./chart-drawing.ts');

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
  useEffect(() => {
    if (!element.current) return;
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
  const drawing = useRef<Draw | null>(null);
  const [failed, setFailed] = useState(false);
  const width = useWidth(box);
  const height = heightFor(width);

  useEffect(() => {
    if (width === 0 || !box.current) return;
    const element = box.current;
    let left = false;
    const show = (draw: Draw) => {
      drawing.current = draw;
      if (!left) chart.current = draw(element, chart.current, option(width), { width, height });
    };
    // Once loaded it draws at once: a print does not wait.
    if (drawing.current) show(drawing.current);
    else {
      loadDrawing()
        .then(({ draw }) => show(draw))
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
