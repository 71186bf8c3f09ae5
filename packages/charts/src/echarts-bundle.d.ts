/** The library in one file, without types of its own; what we use of it is the same as in `echarts/core`. */
declare module 'echarts/dist/echarts.esm.min.mjs' {
  export { init } from 'echarts/core';
}
