import type { CallbackInUseMessages } from '../../catalogue.js';

export const callbackInUse: CallbackInUseMessages = {
  country: 'Country',
  otherCountry: 'Another country',
  phoneExample: 'For example: {example}',
  phoneTaken: 'We will call this number',
  phoneUnsure: 'We do not know this number. Check it; if it is right, send it as it is.',
  phoneCountryRequired: 'Choose the country of the number',
  numberInvalid: 'Enter a phone number, for example {example}',
  windowGone: 'This time is over. Choose another one.',
  promisedNumber: 'Number',
  promisedWindow: 'When',
  nextCall: 'A person will call you.',
  cancelRequest: 'Cancel this request',
  cancelSent: 'Your cancellation has been sent.',
  cancelSaved: 'Your cancellation is saved on this device. It will be sent when you open this site again.',
  cancelFailed: 'Your cancellation could not be sent. Please tell us by phone or e-mail.',
  repeated: 'You have already asked for a call ({time}). Reference number: {reference}',
};
