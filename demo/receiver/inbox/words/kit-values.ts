import type { ContactFormMessages } from '../../../../src/localization/catalogue.js';

/** The topics and remedies of the kit by their wire names, as the contact form says them. */
export const kitValues = (form: ContactFormMessages) => ({
  question: form.topicQuestion,
  suggestion: form.topicSuggestion,
  improvement: form.topicImprovement,
  complaint: form.topicComplaint,
  quote: form.topicQuote,
  repair: form.remedyRepair,
  replacement: form.remedyReplacement,
  price_reduction: form.remedyPriceReduction,
  refund: form.remedyRefund,
  explanation: form.remedyExplanation,
});
