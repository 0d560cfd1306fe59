import 'i18next';
import type common from '../locales/en/common.json';
import type contacts from '../locales/en/contacts.json';
import type problems from '../locales/en/problems.json';
import type templates from '../locales/en/templates.json';

/** The namespaces, so that a key that does not exist is an error. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      common: typeof common;
      contacts: typeof contacts;
      problems: typeof problems;
      templates: typeof templates;
    };
  }
}
