// First: what the server has rendered is taken over instead of being built anew.
import 'harreman/hydrate';
import 'harreman/callback-button';
import 'harreman/contact-form';
import 'harreman/satisfaction-survey';
