/**
 * Who this extension is. Both browsers derive the OAuth redirect address from these, so they never change.
 */

/** Public key of the Chrome build; it fixes the extension's id, and with it the redirect address. */
export const chromeKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqy4Z8Pmpz+v6d5xKXCDSoICWu/SoUH8sKoYTchRmS9GEknez0wXScbUa24eDiIVFwQikVZpF2pyFbsVzchI6MyftBBEjqbj9Ul1hzjFo26D8gtE6PAI9Aasrxk7JHOC4+mGOTSxq/lkVzUt0Liexaqt9sCWslH0Uea3CH/Oe7XAv+lQVN0V/WF979jahX/xNjc5WFL2ynZPKFtrQOz36lfqXrmb7jISciAiQiU3K1trFusAL7BdIfdXN/isFe3L+We+ELf+JO4PP4lCLM9TdUxUjBa/HXgGJTz3Qb6Dc6XgvQ1sBE/aLFE0HJaDSvBWpu4JaSa/5ne/8Dwfj/0QOFwIDAQAB';

/** The Chrome extension id that follows from {@link chromeKey}. */
export const chromeId = 'pgodmchpdgjnacadmfmnmpghacjkdjel';

/** The Firefox add-on id. */
export const geckoId = 'sidestage@sidestage.tools';

/** The redirect addresses to register with Twitch, by browser. */
export const redirectUrls = {
  chrome: `https://${chromeId}.chromiumapp.org/`,
  firefox: 'https://9b34dbcdaee3250724b6f8b000229830452fee1a.extensions.allizom.org/',
} as const;
