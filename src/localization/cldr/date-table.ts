/** The names and patterns that dates are written with, for a language that not every engine has data for. */
export interface DateTable {
  /** January first; the same in a date and alone. */
  readonly months: readonly string[];
  /** Monday first. */
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
  /** `{field}` is a field of CLDR's date patterns, or one that the formatter makes itself. */
  readonly patterns: Readonly<Record<'long' | 'weekday' | 'short' | 'time' | 'dateTime', string>>;
}
