import type { AppointmentSettings } from '../appointments/settings.js';
import { visitorAddress } from '../appointments/standing.js';
import { FILE_NAME, visitorFile } from '../appointments/visitor-file.js';
import { visitorText } from '../appointments/visitor-text.js';
import { DeliveryError, type Delivery } from './delivery.js';
import { MailServer, type MailSettings } from './mail-server.js';

/**
 * A mail to the visitor for each answer to a request, with the calendar file. Replies, and what calendars answer by
 * themselves, go to the owner.
 */
export const visitorMailDelivery = (
  settings: MailSettings,
  appointments: AppointmentSettings,
  now: () => number = () => Date.now(),
): Delivery => {
  const server = new MailServer(settings);
  const { from, to } = settings;
  return {
    channel: 'visitor',
    async deliver(message, submission) {
      const decisions = submission.appointment?.decisions ?? [];
      const decision = decisions[message.sequence - 1];
      const address = visitorAddress(submission.fields);
      if (!decision || !address) throw new Error('a mail to a visitor without an answer or an address');
      // One that was under way when the next was given, and has failed: that one says what is true now.
      if (message.sequence < decisions.length)
        throw new DeliveryError('A later answer took its place.', { code: 'superseded', isFinal: true });
      // After days without a mail server: nobody can come to it any more, and the owner has to know that nobody was told.
      if (decision.times.length && decision.times.every(({ start }) => Date.parse(start) <= now()))
        throw new DeliveryError('The time had passed before it could be sent.', {
          code: 'passed',
          isFinal: true,
        });
      const sending = { organizer: to[0]!, attendee: address };
      const file = visitorFile(submission, decision, appointments, sending);
      await server.send(message, {
        from: { name: appointments.companyName ?? '', address: from },
        to: { name: '', address },
        replyTo: [...to],
        ...visitorText(submission, decision, appointments, file !== undefined),
        ...(file && { icalEvent: { ...file, filename: FILE_NAME } }),
      });
    },
  };
};
