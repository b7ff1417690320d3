/**
 * Of a test that shows of another widget, language or look what a test beside it, or a story, shows already. `npm run test:e2e`
 * has it, and all checks together leave it out: they have 20 minutes on two cores.
 */
export const MORE = { tag: '@more' };
