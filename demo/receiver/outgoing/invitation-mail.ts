import { matchLocale } from '../../../src/localization/locale.js';
import { surveyEmail } from '../../../src/submission/survey-email.js';
import type { RespondentTokens } from '../surveys/tokens.js';
import { DeliveryError, type InvitationDelivery } from './delivery.js';
import { MailServer, type MailSettings } from './mail-server.js';

export interface InvitationMailOptions {
  readonly mail: MailSettings;
  /** Where the receiver is reached from outside. */
  readonly publicUrl: string;
  readonly perMinute: number;
  readonly companyName: string | undefined;
  /** Known once the database is open. */
  readonly tokens: () => RespondentTokens;
  readonly now?: () => Date;
}

/**
 * A mail to each who is invited to a survey: one recipient, the question with its answers as links, and in header and
 * text a way to say that it was the last one (RFC 2369, RFC 8058). Every attempt has the same Message-ID and links.
 */
export const invitationDelivery = (options: InvitationMailOptions): InvitationDelivery => {
  const { mail, publicUrl, perMinute, companyName = '', tokens, now = () => new Date() } = options;
  const server = new MailServer(mail);
  return {
    channel: 'invitation',
    perMinute,
    async deliver(message, invitation, setup) {
      const { status, email, name, survey, respondent, expiresAt } = invitation;
      if (['revoked', 'unsubscribed', 'answered', 'erased'].includes(status))
        throw new DeliveryError('It was not wanted any more.', { code: status, isMoot: true });
      if (Date.parse(expiresAt) < now().getTime())
        throw new DeliveryError('Its link had expired before it could be sent.', {
          code: 'expired',
          isFinal: true,
        });
      if (!setup) throw new Error('an invitation to a survey that is not set up');
      const locale = matchLocale([invitation.locale]) ?? setup.locale;
      // The owner's own words are in one language.
      const own = locale === setup.locale ? setup : { question: '', intro: '' };
      const unsubscribe = `${publicUrl}/unsubscribe/${tokens().unsubscribeToken(respondent)}`;
      const { subject, html, text } = surveyEmail({
        page: setup.pageUrl,
        survey,
        ask: setup.preset,
        respondent: tokens().issue(survey, respondent, Date.parse(expiresAt)),
        locale,
        unsubscribe,
        ...(companyName && { company: companyName }),
        ...(own.question && { question: own.question }),
        ...(own.intro && { intro: own.intro }),
        ...(setup.privacyUrl && { privacy: setup.privacyUrl }),
      });
      await server.send(
        message,
        {
          from: { name: companyName, address: mail.from },
          to: { name, address: email },
          replyTo: [...mail.to],
          subject,
          html,
          text,
          // Folded at spaces only, of which an address has none.
          list: { unsubscribe: { url: unsubscribe } },
        },
        { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
      );
    },
  };
};
