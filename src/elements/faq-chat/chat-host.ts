import type { HoursHost } from '../../controllers/opening-hours.js';
import type { presenceText } from '../../controllers/presence.js';
import type { ReplyBy } from '../../controllers/reply.js';
import type { Localization } from '../../localization/localization.js';
import type { EngineHost } from '../../ui/engine-host.js';
import type { LauncherController } from '../../ui/panel/launcher.js';
import type { SourcesHost } from './entries/sources.js';
import type { Intent } from './intent.js';
import type { QuestionEngine } from './question-engine.js';
import type { RemoteHost } from './remote.js';
import type { sendReport } from './reports.js';

/** The element that the chat's engine works for. */
export interface ChatHost extends EngineHost, SourcesHost, HoursHost, RemoteHost {
  readonly language: { readonly current: Localization<'faq-chat'> | undefined };
  readonly canSend: boolean;
  readonly leadsOn: boolean;
  readonly replyWithin: string | undefined;
  readonly replyBy: ReplyBy;
  readonly floating: boolean;
  readonly panel: LauncherController;
  readonly shadowRoot: ShadowRoot | null;
  takeIntent(): Intent | undefined;
  importPresence(): Promise<{ readonly presenceText: typeof presenceText }>;
  importLetters(): Promise<{ readonly QuestionEngine: typeof QuestionEngine }>;
  importReports(): Promise<{ readonly sendReport: typeof sendReport }>;
}
