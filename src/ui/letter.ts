import type { ChosenFiles } from '../controllers/chosen-files.js';
import { captchaFields, collectAnswers } from '../controllers/compose-letter.js';
import { isConsent } from '../controllers/field.js';
import { remembersSource, type Letter } from '../controllers/sending.js';
import { scoreSpam } from '../submission/spam.js';
import type { EngineHost } from './engine-host.js';
import { trapValue } from './form-view.js';
import { targetOf } from './target.js';

/** What a form hands over to be sent: what stands in it now. */
export const letterOf = (host: EngineHost, chosen: ChosenFiles, consentAt: Date): Letter => {
    const { form, fields } = host;
    const consent = fields.find(isConsent);
    const slotted = host.querySelector(':scope > [slot=consent]')?.textContent.replace(/\s+/g, ' ').trim();
    const url = host.privacyAddress;
    const target = targetOf(host);
    return {
      widget: host.wireName,
      locale: host.language.current!.locale,
      ...target,
      ...collectAnswers(fields.filter((field) => field !== consent), form, host.hiddenValues, host.wireFields, target.fallback === 'form' && target.profile !== 'harreman'),
      files: chosen.attached(fields),
      ...(consent && { consent: { text: slotted || consent.label, at: consentAt, ...(url && { url }) } }),
      regarding: host.regarding,
      spam: scoreSpam({ honeypot: trapValue(host.renderRoot), elapsed: Date.now() - host.usableSince, touched: host.touched }),
      rememberSource: remembersSource(host),
      late: () => captchaFields(host),
    };
}; // prettier-ignore
