// What the pages and the static charts need of Apache ECharts, and no more.
import * as echarts from 'echarts/core';
import { LineChart, BarChart, HeatmapChart, ScatterChart } from 'echarts/charts';
import { GridComponent, TooltipComponent, LegendComponent, MarkLineComponent, VisualMapContinuousComponent, AriaComponent, ToolboxComponent, DataZoomInsideComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([LineChart, BarChart, HeatmapChart, ScatterChart, GridComponent, TooltipComponent, LegendComponent,
  MarkLineComponent, VisualMapContinuousComponent, AriaComponent, ToolboxComponent, DataZoomInsideComponent, SVGRenderer]);

export const init = echarts.init;
export const version = echarts.version;
