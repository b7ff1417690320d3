import { properties, type Failure } from './check.js';

/** One widget on one page. */
export interface Result {
  readonly page: string;
  readonly widget: string;
  readonly failures: readonly Failure[];
}

interface Named {
  readonly name: string;
}

/** The first property that does not hold, in their order. */
export const firstFailure = (failures: readonly Failure[]): string =>
  properties.find((property) => failures.some((failure) => failure.property === property)) ?? 'ok';

/** A row a page, a column a widget. */
export const tableOf = (
  results: readonly Result[],
  pages: readonly Named[],
  widgets: readonly Named[],
): string => {
  const found = new Map(
    results.map((result) => [`${result.page} × ${result.widget}`, firstFailure(result.failures)]),
  );
  const rows = [
    ['page', ...widgets.map(({ name }) => name)],
    ...pages.map(({ name }) => [
      name,
      ...widgets.map((widget) => found.get(`${name} × ${widget.name}`) ?? '–'),
    ]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const [head, ...body] = rows;
  return [line(head!), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
};

/** How many of all hold, in all and of each widget. */
export const scoreOf = (results: readonly Result[]) => {
  const of = (some: readonly Result[]) => {
    const passed = some.filter(({ failures }) => failures.length === 0).length;
    return { passed, of: some.length };
  };
  const total = of(results);
  const names = [...new Set(results.map(({ widget }) => widget))].sort();
  const byWidget = Object.fromEntries(
    names.map((name) => [name, of(results.filter(({ widget }) => widget === name))]),
  );
  const percent = (part: { passed: number; of: number }) =>
    `${part.passed} of ${part.of} (${part.of ? Math.floor((1000 * part.passed) / part.of) / 10 : 0} %)`;
  const text = [
    `Score: ${percent(total)}`,
    ...Object.entries(byWidget).map(([name, part]) => `  ${name}: ${percent(part)}`),
  ].join('\n');
  return { total, byWidget, text };
};
