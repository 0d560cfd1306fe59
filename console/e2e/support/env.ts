/** Where the stack under test is; the defaults are those of `./dev up`. */
export const URLS = {
  console: process.env.TERTULIA_URL ?? 'http://localhost:8080',
  keycloak: process.env.TERTULIA_KEYCLOAK_URL ?? 'http://localhost:8180',
  simulator: process.env.TERTULIA_SIMULATOR_URL ?? 'http://localhost:8190',
  mail: process.env.TERTULIA_MAIL_URL ?? 'http://localhost:8191',
};

export const PASSWORD = 'tertulia';
