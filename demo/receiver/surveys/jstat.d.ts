/** What is used of jStat, which brings no types. */
declare module 'jstat' {
  const jstat: {
    readonly jStat: {
      /** Student's t distribution. */
      readonly studentt: {
        /** Quantile. @param p 0 to 1 @param dof degrees of freedom */
        inv(p: number, dof: number): number;
      };
    };
  };
  export default jstat;
}
