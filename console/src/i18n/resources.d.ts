import 'i18next';
import type account from '../locales/en/account.json';
import type audit from '../locales/en/audit.json';
import type channels from '../locales/en/channels.json';
import type common from '../locales/en/common.json';
import type contacts from '../locales/en/contacts.json';
import type inbox from '../locales/en/inbox.json';
import type keys from '../locales/en/keys.json';
import type people from '../locales/en/people.json';
import type problems from '../locales/en/problems.json';
import type profile from '../locales/en/profile.json';
import type replies from '../locales/en/replies.json';
import type rights from '../locales/en/rights.json';
import type settings from '../locales/en/settings.json';
import type templates from '../locales/en/templates.json';
import type usage from '../locales/en/usage.json';
import type welcome from '../locales/en/welcome.json';

/** The namespaces, so that a key that does not exist is an error. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      account: typeof account;
      audit: typeof audit;
      channels: typeof channels;
      common: typeof common;
      contacts: typeof contacts;
      inbox: typeof inbox;
      keys: typeof keys;
      people: typeof people;
      problems: typeof problems;
      profile: typeof profile;
      replies: typeof replies;
      rights: typeof rights;
      settings: typeof settings;
      templates: typeof templates;
      usage: typeof usage;
      welcome: typeof welcome;
    };
  }
}
