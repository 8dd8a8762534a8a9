/** A browser as far as HTTP knows it: keeps cookies, sends forms as a page of the portal does. */
export interface Visitor {
  readonly cookies: Map<string, string>;
  /** `Set-Cookie` lines of the last answer. */
  readonly setCookies: readonly string[];
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  signIn(company: string, access: string): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

let networks = 0;

/**
 * A visitor who has never been here, from a network nobody else is in: the servers of these tests
 * believe the test's machine, as a proxy, about where somebody comes from.
 */
export function newVisitor(origin: string): Visitor {
  const from = { 'x-forwarded-for': `198.51.100.${(++networks % 250) + 1}` };
  const cookies = new Map<string, string>();
  const visitor = { cookies, setCookies: [] as readonly string[] };
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...from, ...(cookie === '' ? {} : { cookie }), ...init.headers };
    const answer = await fetch(origin + path, { ...init, headers, redirect: 'manual' });
    visitor.setCookies = answer.headers.getSetCookie();
    for (const line of visitor.setCookies) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value === '') cookies.delete(name);
      else cookies.set(name, decodeURIComponent(value));
    }
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const get: Visitor['get'] = (path, headers = {}) => ask(path, { headers });
  const post: Visitor['post'] = (path, fields, headers = { origin }) =>
    ask(path, { method: 'POST', body: new URLSearchParams(fields), headers });
  return Object.assign(visitor, {
    get,
    post,
    signIn: (company: string, access: string) => post('/sign-in', { company, access }),
  });
}
