/** Where the page lies, for what leads back to it. */
export interface Site {
  /** The address of the whole page, without query and hash. */
  readonly page: string;
  /** The address of the page for frames and of the script with the element. */
  readonly embed: string;
  readonly script: string;
  /** A file on this machine: nobody else can reach it, and nothing lies beside it. */
  readonly isFile: boolean;
  /** Only this machine can reach it. */
  readonly isLocal: boolean;
}

const LOCAL = /^(localhost|127\.[\d.]+|\[::1\]|.*\.local)?$/;

/** What an address says of the site. */
export function siteAt(href: string): Site {
  const { protocol, hostname, origin, pathname } = new URL(href);
  const isFile = !protocol.startsWith('http') || pathname.endsWith('/highwater.html');
  const root = protocol.startsWith('http') ? origin : `${protocol}//`;
  const page = `${root}${pathname.replace(/(embed|index)\.html$/, '')}`;
  return {
    page,
    embed: new URL('embed.html', page).href,
    script: new URL('kafka-replication.js', page).href,
    isFile,
    isLocal: LOCAL.test(hostname),
  };
}
