import { LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';

/** What `echarts.use` must be given, beside a renderer, to draw the options of this package. */
export const CHART_PARTS = [LineChart, ScatterChart, GridComponent, MarkLineComponent, TooltipComponent];
