/** The pages on which a user agrees: consent, and the code of a device. */

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** `text` as HTML text or an attribute's value. */
export function html(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
}

const style = `
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #0e0e10; color: #efeff1;
    font: 14px/1.5 Inter, Roobert, 'Helvetica Neue', Arial, sans-serif; }
  main { box-sizing: border-box; width: min(440px, 100vw); padding: 32px; background: #18181b; border-radius: 8px; }
  h1 { margin: 0 0 16px; font-size: 20px; }
  ul { padding-inline-start: 20px; color: #adadb8; }
  label { display: grid; gap: 4px; margin: 16px 0; font-weight: 600; }
  select, input { font: inherit; padding: 8px; color: inherit; background: #0e0e10; border: 1px solid #53535f;
    border-radius: 4px; }
  button { font: inherit; font-weight: 600; padding: 6px 16px; border: 0; border-radius: 4px; color: #fff;
    background: #9147ff; cursor: pointer; }
  button[value='cancel'] { background: #3d3d45; }
  small { color: #adadb8; }
`;

/** A whole page around `body`, which must be HTML already. */
export function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${html(title)}</title>
<meta name="viewport" content="width=device-width"><style>${style}</style></head><body><main>${body}</main></body></html>`;
}

function hidden(name: string, value: string): string {
  return `<input type="hidden" name="${html(name)}" value="${html(value)}">`;
}

function userChoice(logins: readonly string[], signedIn: string | undefined): string {
  const [only] = logins;
  if (logins.length === 1 && only !== undefined)
    return `<p>Logged in as <b>${html(only)}</b></p>${hidden('login', only)}`;
  const options = logins.map(
    (login) => `<option${login === signedIn ? ' selected' : ''}>${html(login)}</option>`,
  );
  return `<label>Logged in to Twitch as<select name="login">${options.join('')}</select></label>`;
}

/** What the consent page says. */
export interface Question {
  readonly app: string;
  readonly scopes: readonly string[];
  readonly logins: readonly string[];
  readonly signedIn: string | undefined;
  /** Ties the answer to the question. */
  readonly ticket: string;
}

/** The page on which a user lets an app in. */
export function consentPage(question: Question): string {
  const wants = question.scopes.map((scope) => `<li>${html(scope)}</li>`).join('');
  return page(
    `Authorize ${question.app}`,
    `<form method="post" action="/oauth2/authorize"><h1>${html(question.app)} wants to access your account</h1>
<p>This app would be able to:</p><ul aria-label="Scopes">${wants || '<li>See who you are</li>'}</ul>
${userChoice(question.logins, question.signedIn)}${hidden('ticket', question.ticket)}
<button name="decision" value="authorize">Authorize</button> <button name="decision" value="cancel">Cancel</button></form>`,
  );
}

/** The page on which a user types a device's code. */
export function activatePage(
  code: string,
  app: string | undefined,
  scopes: readonly string[],
  logins: readonly string[],
  signedIn: string | undefined,
): string {
  const wants =
    app === undefined
      ? ''
      : `<p>${html(app)} wants access to your account:</p><ul aria-label="Scopes">${scopes.map((scope) => `<li>${html(scope)}</li>`).join('')}</ul>`;
  return page(
    'Activate your device',
    `<form method="post" action="/activate"><h1>Activate your device</h1>${wants}
<label>Code<input name="code" value="${html(code)}" autocomplete="off"></label>${userChoice(logins, signedIn)}
<button name="decision" value="activate">Activate</button> <button name="decision" value="cancel">Cancel</button></form>`,
  );
}

/** A page that says one thing. */
export function notePage(title: string, text: string): string {
  return page(title, `<h1>${html(title)}</h1><p role="status">${html(text)}</p>`);
}
