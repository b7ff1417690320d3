/** An appointment for a person's own calendar. Texts are shown as they are, never as HTML. */
export interface CalendarEvent {
  /** Instants, in milliseconds since 1970 in UTC. */
  readonly start: number;
  readonly end: number;
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
}
