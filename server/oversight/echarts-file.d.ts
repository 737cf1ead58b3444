/** The types of the library's single file: the package has them for its modules alone. */
declare module 'echarts/dist/echarts.esm.min.mjs' {
  export * from 'echarts'
}
