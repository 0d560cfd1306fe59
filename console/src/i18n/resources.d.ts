import 'i18next';
import type common from '../locales/en/common.json';
import type inbox from '../locales/en/inbox.json';
import type problems from '../locales/en/problems.json';

/** The namespaces, so that a key that does not exist is an error. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      common: typeof common;
      inbox: typeof inbox;
      problems: typeof problems;
    };
  }
}
